import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type Mailbox, startMailbox } from "@/emulators/mailbox/start-mailbox";
import { closeSmtp } from "@/lib/mail/smtp";
import { db } from "@/lib/platform/db";
import { checkFigures } from "@/lib/sending/check-figures";
import { deliverSlice } from "@/lib/sending/deliver-slice";
import { getFigures } from "@/lib/sending/get-figures";
import { givenDispatch, numberedPeople } from "@/prisma/seed/dispatch";
import { givenWorkspace } from "@/prisma/seed/workspace";

let mailbox: Mailbox;
beforeAll(async () => {
  mailbox = await startMailbox();
  process.env.SMTP_URL = mailbox.smtpUrl;
});
beforeEach(() => {
  mailbox.clear();
  mailbox.clearFaults();
});
afterAll(async () => {
  closeSmtp();
  await mailbox.stop();
});

test("every recipient gets one message and the account adds up", async () => {
  const { owner } = await givenWorkspace();
  const dispatch = await givenDispatch(owner, {
    people: [...numberedPeople(230), { email: "gone@example.com", status: "unsubscribed" }],
  });
  await deliverSlice(dispatch.id, { sliceMs: 60_000 });
  const figures = await getFigures(owner.workspaceId, dispatch.campaignId);
  expect(figures).toMatchObject({
    audience: 231,
    accepted: 230,
    excluded: 1,
    pending: 0,
    unknown: 0,
    rejected: 0,
  });
  expect((await checkFigures(dispatch.id)).isRight).toBe(true);
  expect(mailbox.list({ limit: 1000 })).toHaveLength(230);
  const [summary] = mailbox.list({ to: "p7@example.com" });
  const mail = await mailbox.read(summary?.id ?? "");
  expect(mail?.subject).toBe("News for First7");
  expect(await db().dispatch.findUnique({ where: { id: dispatch.id } })).toMatchObject({ state: "finished" });
});
