import { assertCan } from "@/lib/accounts/permissions";
import type { Viewer } from "@/lib/accounts/viewer";
import { db, pool } from "@/lib/platform/db";
import { AppError } from "@/lib/platform/errors";
import type { TagView } from "./contact-view";

export type ListView = { id: string; name: string; contacts: number; createdAt: Date };

/** The workspace's lists by name, with how many living contacts stand on each. */
export async function listLists(viewer: Viewer): Promise<ListView[]> {
  assertCan(viewer, "contacts.read");
  const { rows } = await pool().query<ListView>(`${listSelect} ORDER BY l."nameFolded", l."id" LIMIT 500`, [
    viewer.workspaceId,
  ]);
  return rows;
}

/** Throws `not_found`. */
export async function getList(viewer: Viewer, id: string): Promise<ListView> {
  assertCan(viewer, "contacts.read");
  const { rows } = await pool().query<ListView>(`${listSelect} AND l."id" = $2`, [viewer.workspaceId, id]);
  const [list] = rows;
  if (!list) throw new AppError("not_found", `no list ${id}`);
  return list;
}

const listSelect = `SELECT l."id", l."name", l."createdAt",
       (SELECT count(*)::int FROM "ListMember" m JOIN "Contact" c ON c."id" = m."contactId" AND c."deletedAt" IS NULL
         WHERE m."workspaceId" = l."workspaceId" AND m."listId" = l."id") AS contacts
  FROM "List" l WHERE l."workspaceId" = $1 AND l."deletedAt" IS NULL`;

/** The workspace's tags by name. */
export async function listTags(viewer: Viewer): Promise<TagView[]> {
  assertCan(viewer, "contacts.read");
  return db().tag.findMany({
    where: { workspaceId: viewer.workspaceId },
    select: { id: true, name: true },
    orderBy: { nameFolded: "asc" },
    take: 500,
  });
}

/** Names of custom fields in use, by the newest contacts. */
export async function listFieldKeys(viewer: Viewer): Promise<string[]> {
  assertCan(viewer, "contacts.read");
  const { rows } = await pool().query<{ key: string }>(
    `SELECT DISTINCT jsonb_object_keys(recent."fields") AS key
       FROM (SELECT c."fields" FROM "Contact" c WHERE c."workspaceId" = $1 AND c."deletedAt" IS NULL
              ORDER BY c."createdAt" DESC LIMIT 1000) recent
      ORDER BY 1 LIMIT 200`,
    [viewer.workspaceId],
  );
  return rows.map((row) => row.key);
}
