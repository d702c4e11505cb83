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

/** Members are counted in the index alone; the few in the trash are taken off, so that large lists stay quick. */
const listSelect = `WITH members AS (
    SELECT m."listId", count(*)::int AS count FROM "ListMember" m WHERE m."workspaceId" = $1 GROUP BY 1),
  trashed AS (
    SELECT m."listId", count(*)::int AS count
      FROM "Contact" c JOIN "ListMember" m ON m."contactId" = c."id" AND m."workspaceId" = $1
     WHERE c."workspaceId" = $1 AND c."deletedAt" IS NOT NULL GROUP BY 1)
SELECT l."id", l."name", l."createdAt", coalesce(members.count, 0) - coalesce(trashed.count, 0) AS contacts
  FROM "List" l
  LEFT JOIN members ON members."listId" = l."id"
  LEFT JOIN trashed ON trashed."listId" = l."id"
 WHERE l."workspaceId" = $1 AND l."deletedAt" IS NULL`;

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
