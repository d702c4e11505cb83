import { z } from "zod";
import { defineJob } from "@/lib/jobs/define-job";
import { now } from "@/lib/platform/clock";
import { decrypt } from "@/lib/platform/crypto";
import { env } from "@/lib/platform/env";
import { log, maskEmail } from "@/lib/platform/log";
import { renderSystemMail } from "../render-system-mail";
import { sendMail } from "../smtp";
import { systemMailSchema } from "../system-mail";

export const systemMailJob = defineJob({
  name: "mail.system",
  payload: z.object({ sealed: z.string(), notAfter: z.iso.datetime().optional() }),
  retry: { limit: 8, delaySeconds: 2 },
  expireSeconds: 60,
  concurrency: 4,
  run: async ({ sealed, notAfter }) => {
    if (notAfter && new Date(notAfter) <= now()) return;
    const mail = systemMailSchema.nullable().parse(JSON.parse(decrypt(sealed)));
    if (!mail) return;
    const { subject, html, text } = await renderSystemMail(mail);
    await sendMail({
      from: env().MAIL_FROM,
      to: mail.to,
      subject,
      html,
      text,
      // RFC 3834: out-of-office programs do not answer these.
      headers: { "Auto-Submitted": "auto-generated" },
    });
    log.info("system mail sent", { template: mail.template, to: maskEmail(mail.to) });
  },
});
