import { assertCan } from "@/lib/accounts/permissions";
import type { Viewer } from "@/lib/accounts/viewer";
import { type Transaction, transaction } from "@/lib/platform/db";
import { addMarks, assertLists, ensureTags } from "./internal/mark-contacts";

type Selection = { ids: readonly string[] };

/** Puts the selected contacts on the list; who is on it stays. Throws `not_found` for the list; passes over unknown contacts. */
export async function addToList(
  viewer: Viewer,
  { ids, listId }: Selection & { listId: string },
): Promise<{ contacts: number }> {
  assertCan(viewer, "contacts.write");
  return transaction(async (tx) => {
    const listIds = await assertLists(tx, viewer.workspaceId, [listId]);
    const known = await knownIds(tx, viewer.workspaceId, ids);
    await addMarks(tx, viewer.workspaceId, known, { listIds });
    return { contacts: known.length };
  });
}

/** Takes the selected contacts off the list; the contacts stay. Throws `not_found` for the list. */
export async function removeFromList(
  viewer: Viewer,
  { ids, listId }: Selection & { listId: string },
): Promise<{ contacts: number }> {
  assertCan(viewer, "contacts.write");
  return transaction(async (tx) => {
    await assertLists(tx, viewer.workspaceId, [listId]);
    const { count } = await tx.listMember.deleteMany({
      where: { workspaceId: viewer.workspaceId, listId, contactId: { in: [...ids] } },
    });
    return { contacts: count };
  });
}

/** Tags the selected contacts, making the tag when it is new. */
export async function tagContacts(
  viewer: Viewer,
  { ids, tag }: Selection & { tag: string },
): Promise<{ contacts: number }> {
  assertCan(viewer, "contacts.write");
  return transaction(async (tx) => {
    const known = await knownIds(tx, viewer.workspaceId, ids);
    const tags = await ensureTags(tx, viewer.workspaceId, [tag]);
    await addMarks(tx, viewer.workspaceId, known, { tagIds: tags.map(({ id }) => id) });
    return { contacts: known.length };
  });
}

async function knownIds(tx: Transaction, workspaceId: string, ids: readonly string[]): Promise<string[]> {
  const rows = await tx.contact.findMany({
    where: { workspaceId, id: { in: [...new Set(ids)] }, deletedAt: null },
    select: { id: true },
  });
  return rows.map((row) => row.id);
}
