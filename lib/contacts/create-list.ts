import type { z } from "zod";
import { assertCan } from "@/lib/accounts/permissions";
import type { Viewer } from "@/lib/accounts/viewer";
import { now } from "@/lib/platform/clock";
import { db, isUniqueViolation } from "@/lib/platform/db";
import { AppError } from "@/lib/platform/errors";
import { foldText } from "./contact-rules";
import { createListInput, renameListInput } from "./contact-schema";
import type { ListView } from "./list-lists";

/** Throws `conflict` (`list_exists`) when a list of this name exists, accents and case aside. */
export async function createList(viewer: Viewer, raw: z.input<typeof createListInput>): Promise<ListView> {
  assertCan(viewer, "contacts.write");
  const { name } = createListInput.parse(raw);
  const list = await refusingSameName(() =>
    db().list.create({ data: { workspaceId: viewer.workspaceId, name, nameFolded: listKey(name) } }),
  );
  return { id: list.id, name: list.name, contacts: 0, createdAt: list.createdAt };
}

/** Throws `not_found`, `conflict` (`list_exists`). */
export async function renameList(viewer: Viewer, raw: z.input<typeof renameListInput>): Promise<void> {
  assertCan(viewer, "contacts.write");
  const { id, name } = renameListInput.parse(raw);
  const renamed = await refusingSameName(() =>
    db().list.updateMany({
      where: { id, workspaceId: viewer.workspaceId, deletedAt: null },
      data: { name, nameFolded: listKey(name) },
    }),
  );
  if (renamed.count === 0) throw new AppError("not_found", `no list ${id}`);
}

/** Moves the list to the trash; its contacts stay. Throws `not_found`. */
export async function deleteList(viewer: Viewer, id: string): Promise<void> {
  assertCan(viewer, "contacts.write");
  const deleted = await db().list.updateMany({
    where: { id, workspaceId: viewer.workspaceId, deletedAt: null },
    data: { deletedAt: now() },
  });
  if (deleted.count === 0) throw new AppError("not_found", `no list ${id}`);
}

/** Takes a list back from the trash with its members. Throws `not_found`, `conflict` (`list_exists`). */
export async function restoreList(viewer: Viewer, id: string): Promise<void> {
  assertCan(viewer, "contacts.write");
  const restored = await refusingSameName(() =>
    db().list.updateMany({
      where: { id, workspaceId: viewer.workspaceId, deletedAt: { not: null } },
      data: { deletedAt: null },
    }),
  );
  if (restored.count === 0) throw new AppError("not_found", `no trashed list ${id}`);
}

/** Names in scripts that fold to nothing keep themselves. */
function listKey(name: string): string {
  return foldText(name) || name;
}

async function refusingSameName<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    throw new AppError("conflict", "a list of this name exists", {
      userMessage: "list_exists",
      fields: { name: "list_exists" },
      cause: error,
    });
  }
}
