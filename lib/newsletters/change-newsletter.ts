import { assertCan } from "@/lib/accounts/permissions";
import type { Viewer } from "@/lib/accounts/viewer";
import { type NewsletterDocument, parseDocument } from "@/lib/content/document-schema";
import { type Operation, operationSchema } from "@/lib/content/operations";
import { type Transaction, transaction } from "@/lib/platform/db";
import { AppError } from "@/lib/platform/errors";
import { readNewsletter } from "./internal/read-newsletter";
import { newerVersion, saveVersion } from "./internal/save-version";
import {
  type ChangeNewsletterInput,
  changeNewsletterInput,
  type NewsletterChange,
  type SaveSource,
} from "./newsletter-schema";
import { operationsBetween } from "./replace-rules";
import { doTouch, findObstacle, touchedKeys, undoneVersions } from "./touch-rules";

/**
 * Applies operations to the version they were made against and saves the next one; all or none. With `merge`, operations made against
 * an older version are let in when no later save touched what they touch. Throws `conflict` when the newsletter moved on and they
 * meet (nothing is written; the caller still has the operations), `invalid` when one does not fit, `not_found`.
 */
export async function changeNewsletter(
  viewer: Viewer,
  input: ChangeNewsletterInput,
): Promise<NewsletterChange> {
  assertCan(viewer, "newsletters.write");
  const { id, version, operations, merge, source = "person" } = changeNewsletterInput.parse(input);
  return transaction(async (tx) => {
    await lockNewsletter(tx, viewer, id);
    const current = await readNewsletter(viewer, id, tx);
    const isBehind = version !== current.version;
    if (
      isBehind &&
      (!merge || version > current.version || (await meetsLaterSave(tx, id, version, operations)))
    ) {
      throw newerVersion(id);
    }
    return saveVersion(tx, viewer, { current, operations, source, wasMerged: isBehind });
  });
}

/**
 * Replaces the whole document by the operations that lead there, so that history and undo hold. Throws `conflict` when `version` is
 * not the newest, `not_found`, a ContentError for a document that is none.
 */
export async function replaceDocument(
  viewer: Viewer,
  input: { id: string; version: number; document: NewsletterDocument; source?: SaveSource },
): Promise<NewsletterChange> {
  assertCan(viewer, "newsletters.write");
  const document = parseDocument(input.document);
  return transaction(async (tx) => {
    await lockNewsletter(tx, viewer, input.id);
    const current = await readNewsletter(viewer, input.id, tx);
    if (input.version !== current.version) throw newerVersion(input.id);
    const operations = operationsBetween(current.document, document);
    if (operations.length === 0) {
      return { version: current.version, document: current.document, inverse: [], wasMerged: false };
    }
    return saveVersion(tx, viewer, { current, operations, source: input.source ?? "person" });
  });
}

/**
 * Takes one save back by its inverse, as a new save; what others changed elsewhere stays. Throws `conflict` when a later save touched
 * the same place, or when it was taken back already; `not_found`; `invalid` for version 1, which has nothing before it.
 */
export async function undoChange(
  viewer: Viewer,
  input: { id: string; version: number; source?: SaveSource },
): Promise<NewsletterChange> {
  assertCan(viewer, "newsletters.write");
  return transaction(async (tx) => {
    await lockNewsletter(tx, viewer, input.id);
    const current = await readNewsletter(viewer, input.id, tx);
    const rows = await tx.newsletterVersion.findMany({
      where: { newsletterId: input.id, workspaceId: viewer.workspaceId, version: { gte: input.version } },
      select: { version: true, operations: true, inverse: true, undoesVersion: true },
      orderBy: { version: "asc" },
    });
    const saves = rows.map((row) => ({ ...row, operations: readOperations(row.operations) }));
    const target = rows.find((row) => row.version === input.version);
    if (!target) throw new AppError("not_found", `no version ${input.version}`);
    const inverse = readOperations(target.inverse);
    if (inverse.length === 0)
      throw new AppError("invalid", "nothing to take back", { userMessage: "nothing_to_undo" });
    if (undoneVersions(saves).has(input.version)) {
      throw new AppError("conflict", "already taken back", { userMessage: "already_undone" });
    }
    if (findObstacle(saves, input.version) !== null) {
      throw new AppError("conflict", "a later change stands in the way", { userMessage: "undo_in_the_way" });
    }
    return saveVersion(tx, viewer, {
      current,
      operations: inverse,
      source: input.source ?? "person",
      undoesVersion: input.version,
    });
  });
}

async function meetsLaterSave(
  tx: Transaction,
  id: string,
  version: number,
  operations: readonly Operation[],
): Promise<boolean> {
  const later = await tx.newsletterVersion.findMany({
    where: { newsletterId: id, version: { gt: version } },
    select: { operations: true },
  });
  const keys = touchedKeys(operations);
  return later.some((save) => doTouch(keys, touchedKeys(readOperations(save.operations))));
}

// Whoever saves second waits here and then sees the first one's version.
async function lockNewsletter(tx: Transaction, viewer: Viewer, id: string): Promise<void> {
  await tx.$queryRaw`
    SELECT 1 FROM "Newsletter" WHERE "id" = ${id}::uuid AND "workspaceId" = ${viewer.workspaceId}::uuid FOR UPDATE`;
}

function readOperations(value: unknown): Operation[] {
  return operationSchema.array().parse(value);
}
