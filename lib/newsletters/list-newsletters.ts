import { z } from "zod";
import { assertCan } from "@/lib/accounts/permissions";
import type { Viewer } from "@/lib/accounts/viewer";
import { db } from "@/lib/platform/db";
import { AppError } from "@/lib/platform/errors";
import {
  type ListNewslettersInput,
  listNewslettersInput,
  type NewsletterListItem,
  saveSources,
  type VersionView,
} from "./newsletter-schema";
import { undoneVersions } from "./touch-rules";

const cursorSchema = z.tuple([z.iso.datetime(), z.uuid()]);

/** Newest first, by cursor; `search` looks in titles and begins at three characters. Throws `invalid` for a cursor not of our making. */
export async function listNewsletters(
  viewer: Viewer,
  input: ListNewslettersInput = {},
): Promise<{ data: NewsletterListItem[]; nextCursor: string | null }> {
  assertCan(viewer, "newsletters.read");
  const { search, cursor, limit } = listNewslettersInput.parse(input);
  const after = cursor === undefined ? null : readCursor(cursor);
  const rows = await db().newsletter.findMany({
    where: {
      workspaceId: viewer.workspaceId,
      deletedAt: null,
      ...(search && search.length >= 3 ? { title: { contains: search, mode: "insensitive" } } : {}),
      ...(after
        ? { OR: [{ updatedAt: { lt: after.at } }, { updatedAt: after.at, id: { lt: after.id } }] }
        : {}),
    },
    orderBy: [{ updatedAt: "desc" }, { id: "desc" }],
    take: limit + 1,
  });
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    data: page.map((row) => ({
      ...metaOf(row.document),
      id: row.id,
      title: row.title,
      version: row.version,
      updatedAt: row.updatedAt,
    })),
    nextCursor: rows.length > limit && last ? writeCursor(last.updatedAt, last.id) : null,
  };
}

/** The newest saves of a newsletter, at most 200. Throws `not_found`. */
export async function listVersions(viewer: Viewer, id: string): Promise<VersionView[]> {
  assertCan(viewer, "newsletters.read");
  const rows = await db().newsletterVersion.findMany({
    where: { newsletterId: id, workspaceId: viewer.workspaceId, newsletter: { deletedAt: null } },
    select: { version: true, source: true, savedAt: true, savedById: true, undoesVersion: true },
    orderBy: { version: "desc" },
    take: 200,
  });
  if (rows.length === 0) throw new AppError("not_found", `no newsletter ${id}`);
  const undone = undoneVersions(rows.map((row) => ({ ...row, operations: [] })));
  return rows.map((row) => ({
    ...row,
    source: z.enum(saveSources).catch("person").parse(row.source),
    isUndone: undone.has(row.version),
  }));
}

// Only the head of a document is read for a list; it was validated when it was saved.
function metaOf(document: unknown): Pick<NewsletterListItem, "subject" | "language"> {
  const parsed = z
    .object({ meta: z.object({ subject: z.string(), language: z.enum(["en", "pt"]) }) })
    .safeParse(document);
  return parsed.success ? parsed.data.meta : { subject: "", language: "en" };
}

function writeCursor(at: Date, id: string): string {
  return Buffer.from(JSON.stringify([at.toISOString(), id])).toString("base64url");
}

function readCursor(cursor: string): { at: Date; id: string } {
  try {
    const [at, id] = cursorSchema.parse(JSON.parse(Buffer.from(cursor, "base64url").toString("utf8")));
    return { at: new Date(at), id };
  } catch (error) {
    throw new AppError("invalid", "not a cursor", { cause: error });
  }
}
