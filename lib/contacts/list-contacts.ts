import { assertCan } from "@/lib/accounts/permissions";
import type { Viewer } from "@/lib/accounts/viewer";
import { db, pool } from "@/lib/platform/db";
import {
  type ContactFilter,
  type ContactSort,
  type ListContactsQuery,
  listContactsQuery,
} from "./contact-schema";
import { type ContactRow, type ContactView, contactColumns } from "./contact-view";
import { countLiving } from "./internal/count-living";
import { type CursorPoint, decodeCursor, encodeCursor } from "./internal/cursor";
import { filterSql, Params } from "./internal/filter-sql";
import { withMarks } from "./internal/load-contacts";
import { assertLists } from "./internal/mark-contacts";

export type ContactPageView = { contacts: ContactView[]; nextCursor: string | null };

type SortKey = "email" | "name" | "createdAt";
type SortedRow = ContactRow & { emailFolded: string; nameKey: string };

const sortColumns: Record<SortKey, { column: string; cast: string; value: (row: SortedRow) => string }> = {
  email: { column: `c."emailFolded"`, cast: "text", value: (row) => row.emailFolded },
  name: { column: `c."nameKey"`, cast: "text", value: (row) => row.nameKey },
  createdAt: { column: `c."createdAt"`, cast: "timestamptz", value: (row) => row.createdAt.toISOString() },
};

/**
 * One page of living contacts. Pages follow by cursor, so that rows added or removed in between neither repeat nor hide others.
 * Throws `invalid` for a cursor that was changed, `not_found` for a list that is not the workspace's.
 */
export async function listContacts(viewer: Viewer, raw: ListContactsQuery = {}): Promise<ContactPageView> {
  assertCan(viewer, "contacts.read");
  const query = listContactsQuery.parse(raw);
  const { workspaceId } = viewer;
  if (query.list) await assertLists(db(), workspaceId, [query.list]);
  const { key, isDescending } = parseSort(query.sort);
  const order = `${workspaceId} ${query.sort}`;
  const point = query.cursor ? decodeCursor(order, query.cursor) : null;
  const params = new Params();
  const where = filterSql(workspaceId, query, params);
  const after = point ? `AND ${afterSql(key, isDescending, point, params)}` : "";
  const direction = isDescending ? "DESC" : "ASC";
  const { rows } = await pool().query<SortedRow>(
    `SELECT ${contactColumns}, c."emailFolded", c."nameKey"
       FROM "Contact" c
      WHERE ${where} ${after}
      ORDER BY ${sortColumns[key].column} ${direction}, c."id" ${direction}
      LIMIT ${params.add(query.limit + 1)}`,
    params.values,
  );
  const page = rows.slice(0, query.limit);
  const last = rows.length > query.limit ? page.at(-1) : undefined;
  return {
    contacts: await withMarks(workspaceId, page.map(withoutKeys)),
    nextCursor: last ? encodeCursor(order, { value: sortColumns[key].value(last), id: last.id }) : null,
  };
}

export type ContactCountView = { count: number; isCapped: boolean };

/** Beyond this a filtered count says "at least". */
const countCap = 10_000;

/** How many match: exact without a filter, otherwise up to 10,000 and then capped. Apart from the rows, so that they never wait. */
export async function countContacts(viewer: Viewer, filter: ContactFilter = {}): Promise<ContactCountView> {
  assertCan(viewer, "contacts.read");
  const { workspaceId } = viewer;
  const isFiltered = Boolean(filter.search?.trim() || filter.list || filter.tag || filter.status);
  if (!isFiltered) return { count: await countLiving(workspaceId), isCapped: false };
  const params = new Params();
  const where = filterSql(workspaceId, filter, params);
  const { rows } = await pool().query<{ count: number }>(
    `SELECT count(*)::int AS count FROM (SELECT 1 FROM "Contact" c WHERE ${where} LIMIT ${countCap + 1}) matching`,
    params.values,
  );
  const count = rows[0]?.count ?? 0;
  return { count: Math.min(count, countCap), isCapped: count > countCap };
}

function parseSort(sort: ContactSort): { key: SortKey; isDescending: boolean } {
  const isDescending = sort.startsWith("-");
  return { key: (isDescending ? sort.slice(1) : sort) as SortKey, isDescending };
}

function afterSql(key: SortKey, isDescending: boolean, point: CursorPoint, params: Params): string {
  const { column, cast } = sortColumns[key];
  const comparison = isDescending ? "<" : ">";
  return `(${column}, c."id") ${comparison} (${params.add(point.value)}::${cast}, ${params.add(point.id)}::uuid)`;
}

function withoutKeys({ emailFolded: _email, nameKey: _name, ...row }: SortedRow): ContactRow {
  return row;
}
