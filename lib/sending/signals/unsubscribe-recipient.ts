import { unsubscribeContact } from "@/lib/contacts/unsubscribe-contact";
import { type Transaction, transaction } from "@/lib/platform/db";
import { publishAfterCommit } from "@/lib/realtime/publish";
import { campaignTopic } from "@/lib/realtime/topics";
import { recordSignal } from "./record-signal";

/**
 * All marketing of the workspace to this recipient's person ends, or, with `lists`, only those lists. Once or a hundred times is the same;
 * the first end of all is counted for the campaign. False when there is no such recipient.
 */
export async function unsubscribeRecipient(
  recipientId: string,
  options: { lists?: readonly string[]; ip?: string | null } = {},
): Promise<boolean> {
  const known = await transaction(async (tx) => {
    const recipient = await findRecipient(tx, recipientId);
    if (!recipient) return undefined;
    const { workspaceId, contactId } = recipient;
    if (options.lists) {
      await tx.listMember.deleteMany({
        where: { workspaceId, contactId, listId: { in: [...options.lists] } },
      });
      return recipient;
    }
    await unsubscribeContact(tx, {
      workspaceId,
      contactId,
      source: "unsubscribe_link",
      ip: options.ip ?? null,
    });
    await recordSignal({ recipientId, kind: "unsubscribed" }, tx);
    return recipient;
  });
  if (known) publishAfterCommit(campaignTopic(known.workspaceId, known.campaignId));
  return known !== undefined;
}

type Known = { workspaceId: string; contactId: string; campaignId: string };

async function findRecipient(tx: Transaction, recipientId: string): Promise<Known | undefined> {
  const rows = await tx.$queryRaw<Known[]>`
    SELECT r."workspaceId", r."contactId", d."campaignId"
      FROM "Recipient" r JOIN "Dispatch" d ON d.id = r."dispatchId" WHERE r.id = ${recipientId}::uuid`;
  return rows[0];
}
