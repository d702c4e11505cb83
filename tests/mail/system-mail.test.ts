import { afterAll, beforeAll, expect, it } from "vitest";
import { type Mailbox, startMailbox } from "@/emulators/mailbox/start-mailbox";
import { systemMailJob } from "@/lib/mail/jobs/send-system-mail";
import { renderSystemMail } from "@/lib/mail/render-system-mail";
import { sendSystemMail } from "@/lib/mail/send-system-mail";
import type { SystemMail } from "@/lib/mail/system-mail";
import { encrypt } from "@/lib/platform/crypto";
import { pool, transaction } from "@/lib/platform/db";
import en from "@/messages/en/mail.json";
import pt from "@/messages/pt/mail.json";

let mailbox: Mailbox;

beforeAll(async () => {
  mailbox = await startMailbox();
  process.env.SMTP_URL = mailbox.smtpUrl;
});

afterAll(() => mailbox.stop());

const context = { jobId: "1", attempt: 1, signal: new AbortController().signal };

function run(mail: SystemMail, notAfter?: Date) {
  const sealed = encrypt(JSON.stringify(mail));
  return systemMailJob.run({ sealed, ...(notAfter ? { notAfter: notAfter.toISOString() } : {}) }, context);
}

it("a code arrives in the person's language, in HTML and in plain text, marked as written by a machine", async () => {
  await run({ template: "verify_code", to: "ana@example.com", locale: "pt", code: "048213" });
  const [summary] = mailbox.list({ to: "ana@example.com" });
  const mail = await mailbox.read(summary?.id ?? "");
  expect(mail?.subject).toBe("048213 é o seu código do Galley");
  expect(mail?.html).toContain('lang="pt"');
  expect(mail?.html).not.toContain('lang="en"');
  expect(mail?.html).toContain(">048213<");
  expect(mail?.text).toContain("048213");
  expect(mail?.text).toContain("10 minutos");
  expect(JSON.stringify(mail?.headers)).toContain("auto-generated");
  expect(mail?.html).not.toMatch(/<img|<script|https?:\/\/(?!www\.w3\.org)/);
});

it("a mail whose code has run out is dropped, and one the server refuses is tried again", async () => {
  await run(
    { template: "sign_in_code", to: "late@example.com", locale: "en", code: "123456" },
    new Date(Date.now() - 1),
  );
  expect(mailbox.list({ to: "late@example.com" })).toHaveLength(0);
  const refused = run({
    template: "sign_in_code",
    to: "ann+rcpt450@example.com",
    locale: "en",
    code: "123456",
  });
  await expect(refused).rejects.toThrow();
  expect(systemMailJob.retry?.limit).toBeGreaterThan(3);
});

it("a mail is queued exactly when its transaction commits, and holds neither code nor address in clear", async () => {
  const mail: SystemMail = { template: "verify_code", to: "queue@example.com", locale: "en", code: "777123" };
  const failing = transaction(async (tx) => {
    await sendSystemMail(tx, mail);
    throw new Error("rolled back");
  });
  await expect(failing).rejects.toThrow("rolled back");
  const queued = async () =>
    (await pool().query<{ data: string }>(`SELECT data::text FROM pgboss.job WHERE name = 'mail.system'`))
      .rows;
  expect(await queued()).toHaveLength(0);
  await transaction((tx) => sendSystemMail(tx, mail));
  const [job] = await queued();
  expect(job?.data).not.toMatch(/777123|queue@example/);
});

it.each([
  { template: "verify_code", to: "a@example.com", locale: "en", code: "000001" },
  { template: "sign_in_code", to: "a@example.com", locale: "pt", code: "000001" },
  { template: "already_registered", to: "a@example.com", locale: "en" },
  { template: "already_registered", to: "a@example.com", locale: "pt" },
] satisfies SystemMail[])(
  "$template in $locale is whole, small, and leaves no place unfilled",
  async (mail) => {
    const { subject, html, text } = await renderSystemMail(mail);
    expect(subject.length).toBeLessThan(60);
    expect(Buffer.byteLength(html)).toBeLessThan(20_000);
    for (const part of [subject, html.replace(/<style>[\s\S]*?<\/style>/g, ""), text]) {
      expect(part).not.toMatch(/\{[a-z]+\}|undefined|mail\.[a-z]+[A-Z]/);
    }
  },
);

it("both languages say the same things", () => {
  expect(Object.keys(pt)).toEqual(Object.keys(en));
});
