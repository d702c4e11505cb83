import { now } from "@/lib/platform/clock";
import type { Transaction } from "@/lib/platform/db";
import { foldEmail } from "@/lib/platform/email-address";
import type { SuppressionReason } from "@/lib/platform/generated/prisma/enums";
import { strictestStatus } from "./contact-rules";
import { hashAddress } from "./hash-address";
import { changeStatus, suppressHash } from "./internal/change-status";

/**
 * The workspace writes to this address no more, whether or not it is a contact, also after deletion and re-import. A living contact's
 * status follows the reason, unless it already says something weightier; a `manual` suppression leaves the status alone.
 */
export async function suppressAddress(
  tx: Transaction,
  workspaceId: string,
  email: string,
  reason: SuppressionReason,
): Promise<void> {
  const emailFolded = foldEmail(email);
  const at = now();
  await suppressHash(tx, workspaceId, hashAddress(workspaceId, emailFolded), reason, at);
  if (reason === "manual") return;
  const contact = await tx.contact.findFirst({ where: { workspaceId, emailFolded, deletedAt: null } });
  if (!contact || strictestStatus(contact.status, reason) === contact.status) return;
  await changeStatus(tx, {
    workspaceId,
    contactId: contact.id,
    to: reason,
    source: reason === "complained" ? "complaint" : "unsubscribe_link",
    at,
  });
}
