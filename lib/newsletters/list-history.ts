import { z } from "zod";
import { assertCan } from "@/lib/accounts/permissions";
import type { Viewer } from "@/lib/accounts/viewer";
import { operationSchema } from "@/lib/content/operations";
import { db } from "@/lib/platform/db";
import { AppError } from "@/lib/platform/errors";
import { type SaveSummary, summariseOperations } from "./history-rules";
import { type SaveSource, saveSources } from "./newsletter-schema";

export type HistoryEntry = {
  version: number;
  savedAt: Date;
  source: SaveSource;
  /** Null when the account is gone, or when no person stood behind the save. */
  savedBy: string | null;
  undoesVersion: number | null;
  summary: SaveSummary;
};

/**
 * Who saved what and when, the newest first; `before` is the oldest version already seen. A rule of operations that has changed since
 * leaves its save without a summary, never out of the list. Throws `not_found`.
 */
export async function listHistory(
  viewer: Viewer,
  input: { id: string; before?: number; limit?: number },
): Promise<{ data: HistoryEntry[]; nextBefore: number | null }> {
  assertCan(viewer, "newsletters.read");
  const limit = input.limit ?? 20;
  const owner = { newsletterId: input.id, workspaceId: viewer.workspaceId };
  const rows = await db().newsletterVersion.findMany({
    where: { ...owner, newsletter: { deletedAt: null }, version: { lt: input.before ?? 2_147_483_647 } },
    select: {
      version: true,
      source: true,
      savedAt: true,
      savedById: true,
      undoesVersion: true,
      operations: true,
    },
    orderBy: { version: "desc" },
    take: limit + 1,
  });
  if (rows.length === 0 && input.before === undefined) {
    throw new AppError("not_found", `no newsletter ${input.id}`);
  }
  const page = rows.slice(0, limit);
  const names = await namesOf(page.flatMap((row) => row.savedById ?? []));
  return {
    data: page.map(({ savedById, operations, source, ...row }) => ({
      ...row,
      source: z.enum(saveSources).catch("person").parse(source),
      savedBy: savedById === null ? null : (names.get(savedById) ?? null),
      summary: summariseOperations(operationSchema.array().catch([]).parse(operations)),
    })),
    nextBefore: rows.length > limit ? (page.at(-1)?.version ?? null) : null,
  };
}

async function namesOf(ids: readonly string[]): Promise<Map<string, string>> {
  const users = await db().user.findMany({
    where: { id: { in: [...new Set(ids)] } },
    select: { id: true, name: true, email: true },
  });
  return new Map(users.map((user) => [user.id, user.name ?? user.email]));
}
