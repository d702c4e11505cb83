import { readLinkToken, testRecipientId } from "@/lib/platform/links";
import { unsubscribeRecipient } from "./unsubscribe-recipient";

export type Choice = { all: true } | { listId: string };

/**
 * What the bearer of an unsubscribe link decided. Any number of times is the same as once. False for a link that is not ours; the link of a
 * test message changes nothing and is true.
 */
export async function changeChoices(token: string, choice: Choice, ip: string | null): Promise<boolean> {
  const link = readLinkToken("unsubscribe", token);
  if (!link) return false;
  if (link.recipientId === testRecipientId) return true;
  return unsubscribeRecipient(link.recipientId, "all" in choice ? { ip } : { lists: [choice.listId], ip });
}
