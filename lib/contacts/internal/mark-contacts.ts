import type { Transaction } from "@/lib/platform/db";
import { AppError } from "@/lib/platform/errors";
import { foldText } from "../contact-rules";
import type { TagView } from "../contact-view";

/** Finds or makes the workspace's tags by name; two callers making the same one get the same row. */
export async function ensureTags(
  tx: Transaction,
  workspaceId: string,
  names: readonly string[],
): Promise<TagView[]> {
  const byFolded = new Map(names.map((name) => [foldText(name) || name.toLowerCase(), name]));
  if (byFolded.size === 0) return [];
  await tx.tag.createMany({
    data: [...byFolded].sort().map(([nameFolded, name]) => ({ workspaceId, name, nameFolded })),
    skipDuplicates: true,
  });
  return tx.tag.findMany({
    where: { workspaceId, nameFolded: { in: [...byFolded.keys()] } },
    select: { id: true, name: true },
  });
}

/** Throws `not_found` unless every list is a living one of the workspace. */
export async function assertLists(
  tx: Transaction,
  workspaceId: string,
  ids: readonly string[],
): Promise<string[]> {
  const wanted = [...new Set(ids)];
  if (wanted.length === 0) return wanted;
  const found = await tx.list.count({ where: { workspaceId, id: { in: wanted }, deletedAt: null } });
  if (found !== wanted.length)
    throw new AppError("not_found", "no such list", { fields: { lists: "not_found" } });
  return wanted;
}

/** Puts the contacts on the lists and under the tags; what is already so stays. */
export async function addMarks(
  tx: Transaction,
  workspaceId: string,
  contactIds: readonly string[],
  marks: { listIds?: readonly string[]; tagIds?: readonly string[] },
): Promise<void> {
  for (const listId of marks.listIds ?? []) {
    await tx.listMember.createMany({
      data: contactIds.map((contactId) => ({ workspaceId, listId, contactId })),
      skipDuplicates: true,
    });
  }
  for (const tagId of marks.tagIds ?? []) {
    await tx.contactTag.createMany({
      data: contactIds.map((contactId) => ({ workspaceId, tagId, contactId })),
      skipDuplicates: true,
    });
  }
}
