import { foldEmail } from "@/lib/platform/email-address";
import { plainId } from "@/lib/platform/ids";
import { foldText } from "../contact-rules";
import type { ContactFilter } from "../contact-schema";

/** Collects parameters of a statement under construction. */
export class Params {
  readonly values: unknown[] = [];
  /** Adds a value and returns its placeholder. */
  add(value: unknown): string {
    this.values.push(value);
    return `$${this.values.length}`;
  }
}

/** The shortest text that the trigram index can look up. */
const trigram = 3;

/** The conditions of a filter over `"Contact" c`; the tenant and the living come first. */
export function filterSql(workspaceId: string, filter: ContactFilter, params: Params): string {
  const workspace = `${params.add(workspaceId)}::uuid`;
  const conditions = [`c."workspaceId" = ${workspace}`, `c."deletedAt" IS NULL`];
  if (filter.search?.trim()) conditions.push(...searchSql(filter.search, params));
  if (filter.status) conditions.push(`c."status" = ${params.add(filter.status)}::"ContactStatus"`);
  if (filter.list) {
    conditions.push(`EXISTS (SELECT 1 FROM "ListMember" m
      WHERE m."workspaceId" = ${workspace} AND m."listId" = ${params.add(filter.list)}::uuid AND m."contactId" = c."id")`);
  }
  if (filter.tag) {
    const id = plainId("tag", filter.tag);
    const which = id
      ? `t."id" = ${params.add(id)}::uuid`
      : `t."nameFolded" = ${params.add(foldText(filter.tag))}`;
    conditions.push(`EXISTS (SELECT 1 FROM "ContactTag" m JOIN "Tag" t ON t."id" = m."tagId"
      WHERE m."workspaceId" = ${workspace} AND m."contactId" = c."id" AND t."workspaceId" = ${workspace} AND ${which})`);
  }
  return conditions.join("\n   AND ");
}

/** From three characters on, every word anywhere in name or address; below, the beginning of the address. */
function searchSql(search: string, params: Params): string[] {
  const folded = foldText(search);
  if (folded.length < trigram) {
    return [`c."emailFolded" LIKE ${params.add(`${escapeLike(foldEmail(search))}%`)}`];
  }
  const words = folded.split(" ").slice(0, 6);
  return words.map((word) => `c."searchKey" LIKE ${params.add(`%${escapeLike(word)}%`)}`);
}

function escapeLike(text: string): string {
  return text.replaceAll("\0", "").replace(/[\\%_]/g, "\\$&");
}
