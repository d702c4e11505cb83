import type { Viewer } from "@/lib/accounts/viewer";
import { parseDocument } from "@/lib/content/document-schema";
import { db, type Transaction } from "@/lib/platform/db";
import { AppError } from "@/lib/platform/errors";
import type { CurrentNewsletter } from "./save-version";

/** The living newsletter of this workspace; anybody else's is `not_found`. */
export async function readNewsletter(
  viewer: Viewer,
  id: string,
  tx: Transaction = db(),
): Promise<CurrentNewsletter & { createdAt: Date; updatedAt: Date }> {
  const row = await tx.newsletter.findFirst({
    where: { id, workspaceId: viewer.workspaceId, deletedAt: null },
  });
  if (!row) throw new AppError("not_found", `no newsletter ${id}`);
  return {
    id: row.id,
    version: row.version,
    title: row.title,
    titleIsOwn: row.titleIsOwn,
    document: parseDocument(row.document),
    createdAt: row.createdAt,
    updatedAt: row.updatedAt,
  };
}
