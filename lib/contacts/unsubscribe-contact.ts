import { now } from "@/lib/platform/clock";
import type { Transaction } from "@/lib/platform/db";
import type { ConsentSource } from "@/lib/platform/generated/prisma/enums";
import { changeStatus } from "./internal/change-status";

export type UnsubscribeInput = {
  workspaceId: string;
  contactId: string;
  source: Extract<ConsentSource, "unsubscribe_link" | "complaint" | "manual" | "api">;
  /** Where the person said so from, when known. */
  ip?: string | null;
};

/**
 * All marketing of the workspace to this person ends: status, consent withdrawn, suppression that outlives the contact. Works on
 * trashed contacts too; a second time changes nothing. Whoever complained stays complained. Returns whether it was the first time;
 * false also when there is no such contact.
 */
export async function unsubscribeContact(
  tx: Transaction,
  input: UnsubscribeInput,
): Promise<{ changed: boolean }> {
  const contact = await tx.contact.findFirst({
    where: { id: input.contactId, workspaceId: input.workspaceId },
    select: { status: true },
  });
  if (!contact || contact.status === "complained") return { changed: false };
  const changed = await changeStatus(tx, {
    ...input,
    to: input.source === "complaint" ? "complained" : "unsubscribed",
    at: now(),
  });
  return { changed };
}
