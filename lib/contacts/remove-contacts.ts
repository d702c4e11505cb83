import { assertCan } from "@/lib/accounts/permissions";
import type { Viewer } from "@/lib/accounts/viewer";
import { recordAudit } from "@/lib/audit/record-audit";
import { createWithinLimit } from "@/lib/entitlements/entitlements";
import { now } from "@/lib/platform/clock";
import { isUniqueViolation, type Transaction, transaction } from "@/lib/platform/db";
import { AppError } from "@/lib/platform/errors";
import { countLiving } from "./internal/count-living";

/** Moves one contact to the trash. Throws `not_found`. */
export async function removeContact(viewer: Viewer, id: string): Promise<void> {
  const { removed } = await removeContacts(viewer, { ids: [id] });
  if (removed === 0) throw new AppError("not_found", `no contact ${id}`);
}

/** Moves the contacts to the trash, from where they can be restored; ids that are not there are passed over. */
export async function removeContacts(
  viewer: Viewer,
  { ids }: { ids: readonly string[] },
): Promise<{ removed: number }> {
  assertCan(viewer, "contacts.write");
  return transaction(async (tx) => {
    const removed = await setDeletedAt(tx, viewer.workspaceId, ids, now());
    if (removed.length > 0) {
      await recordAudit(tx, {
        viewer,
        action: "contacts.removed",
        resourceType: "contact",
        ...(removed[0] && removed.length === 1 ? { resourceId: removed[0] } : {}),
        after: { ids: removed },
      });
    }
    return { removed: removed.length };
  });
}

/**
 * Takes contacts back from the trash, with their lists, tags and status. Throws `limit_reached`, and `conflict` when an address was
 * added anew in the meantime.
 */
export async function restoreContacts(
  viewer: Viewer,
  { ids }: { ids: readonly string[] },
): Promise<{ restored: number }> {
  assertCan(viewer, "contacts.write");
  try {
    return await transaction((tx) =>
      createWithinLimit(
        tx,
        viewer.workspaceId,
        "contacts",
        () => countLiving(viewer.workspaceId, tx),
        async () => ({ restored: (await setDeletedAt(tx, viewer.workspaceId, ids, null)).length }),
        ids.length,
      ),
    );
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    throw new AppError("conflict", "an address was added anew", {
      userMessage: "contact_exists",
      cause: error,
    });
  }
}

/** Rows are locked in the order of their ids, so that two selections never wait for each other in a circle. */
async function setDeletedAt(
  tx: Transaction,
  workspaceId: string,
  ids: readonly string[],
  deletedAt: Date | null,
): Promise<string[]> {
  const wanted = [...new Set(ids)];
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT "id" FROM "Contact"
     WHERE "workspaceId" = ${workspaceId}::uuid AND "id" = ANY(${wanted}::uuid[])
       AND ("deletedAt" IS NULL) = ${deletedAt !== null}
     ORDER BY "id" FOR UPDATE`;
  const found = rows.map((row) => row.id);
  await tx.contact.updateMany({ where: { id: { in: found }, workspaceId }, data: { deletedAt } });
  return found;
}
