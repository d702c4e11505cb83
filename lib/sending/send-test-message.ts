import { assertCan } from "@/lib/accounts/permissions";
import type { Viewer } from "@/lib/accounts/viewer";
import type { NewsletterDocument } from "@/lib/content/document-schema";
import { type HandOver, takeLine } from "@/lib/mail/smtp";
import { now } from "@/lib/platform/clock";
import { db } from "@/lib/platform/db";
import { AppError } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/ids";
import { testRecipientId } from "@/lib/platform/links";
import { log, maskEmail } from "@/lib/platform/log";
import { compileMessage } from "./compile-message";
import { getSender } from "./get-sender";
import { renderMessage } from "./internal/render-message";

export type TestMessageInput = {
  document: NewsletterDocument;
  senderId?: string | null | undefined;
  to: string;
  /** Values for the merge tags; without them the fallbacks show. */
  fields?: Record<string, unknown> | undefined;
};

const patienceMs = 10_000;

/**
 * Sends the message exactly as a campaign would write it, at once, to one address. It is no recipient of anything: its links verify and
 * change nothing. Throws `forbidden`, `not_found` (sender), `invalid` (address, no postal address), `unavailable` when it was not taken.
 */
export async function sendTestMessage(
  viewer: Viewer,
  input: TestMessageInput,
): Promise<{ messageId: string }> {
  assertCan(viewer, "campaigns.write");
  const workspace = await db().workspace.findUniqueOrThrow({ where: { id: viewer.workspaceId } });
  const postalAddress = workspace.postalAddress?.trim();
  if (!postalAddress) {
    throw new AppError("invalid", "the workspace has no postal address", {
      userMessage: "no_postal_address",
    });
  }
  const sender = await getSender(viewer, input.senderId);
  const { rendered } = await renderMessage(input.document, { postalAddress, workspaceName: workspace.name });
  const message = compileMessage(rendered, sender, viewer.workspaceId);
  const recipient = { id: testRecipientId, email: input.to.trim(), name: "", fields: input.fields ?? {} };
  // Each test is a message of its own: mailboxes drop a second one with the same id.
  const id = `t-${newId()}`;
  const written = message.write(recipient, now(), id);
  if (!written) {
    throw new AppError("invalid", "not an address that mail can be sent to", {
      fields: { to: "email_invalid" },
    });
  }
  const { outcome, response } = await handOver({ from: message.from, ...written });
  if (outcome !== "accepted") {
    log.warn("test message not taken", { to: maskEmail(input.to), outcome, response });
    throw new AppError("unavailable", `the mail server did not take the message: ${response}`, {
      userMessage: "mail_not_taken",
    });
  }
  return { messageId: `<${id}@${message.from.slice(message.from.lastIndexOf("@") + 1)}>` };
}

async function handOver(mail: { from: string; to: string; raw: Buffer }): Promise<HandOver> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<HandOver>((resolve) => {
    timer = setTimeout(() => resolve({ outcome: "unknown", response: "no answer in time" }), patienceMs);
  });
  const handing = (async (): Promise<HandOver> => {
    try {
      const line = await takeLine();
      const result = await line.handOver(mail);
      line.giveBack();
      return result;
    } catch (error) {
      return { outcome: "untouched", response: error instanceof Error ? error.message : String(error) };
    }
  })();
  return Promise.race([handing, late]).finally(() => clearTimeout(timer));
}
