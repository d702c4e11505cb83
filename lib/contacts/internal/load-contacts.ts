import { pool } from "@/lib/platform/db";
import type { ContactRow, ContactView, ListRefView, TagView } from "../contact-view";

type Mark = { contactId: string; kind: "list" | "tag"; id: string; name: string };

/** Adds tags and lists to the rows of one page; one statement, whatever the page's size. */
export async function withMarks(workspaceId: string, rows: readonly ContactRow[]): Promise<ContactView[]> {
  if (rows.length === 0) return [];
  const { rows: marks } = await pool().query<Mark>(
    `SELECT m."contactId", 'list' AS kind, l."id", l."name"
       FROM "ListMember" m JOIN "List" l ON l."id" = m."listId" AND l."deletedAt" IS NULL
      WHERE m."contactId" = ANY($2::uuid[]) AND m."workspaceId" = $1
     UNION ALL
     SELECT m."contactId", 'tag', t."id", t."name"
       FROM "ContactTag" m JOIN "Tag" t ON t."id" = m."tagId"
      WHERE m."contactId" = ANY($2::uuid[]) AND m."workspaceId" = $1
      ORDER BY 4`,
    [workspaceId, rows.map((row) => row.id)],
  );
  const lists = new Map<string, ListRefView[]>();
  const tags = new Map<string, TagView[]>();
  for (const { contactId, kind, id, name } of marks) {
    const side = kind === "list" ? lists : tags;
    side.set(contactId, [...(side.get(contactId) ?? []), { id, name }]);
  }
  return rows.map((row) => ({ ...row, tags: tags.get(row.id) ?? [], lists: lists.get(row.id) ?? [] }));
}
