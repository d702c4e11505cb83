import { type Transaction, transaction } from "@/lib/platform/db";
import type { CsvRecord } from "../csv-scanner";
import type { ImportColumns } from "../import-schema";
import { type ImportRow, isNew, type Plan, planBatch, roomFor, sortOut } from "./plan-batch";
import { AddressTaken, writeConsents, writeContacts, writeFaults, writeMarks } from "./store-batch";

/** `stale` when the import moved on, was cancelled, or belongs to another worker by now: nothing was written. */
export type BatchOutcome = "written" | "stale";

/**
 * Writes the records and the checkpoint behind them in one transaction: after a crash either both are there or neither. The import's
 * row is locked first and must still stand where the batch begins, so that two workers never write the same records.
 */
export async function writeBatch(
  imported: Pick<ImportRow, "id" | "workspaceId">,
  from: bigint,
  records: readonly CsvRecord[],
): Promise<BatchOutcome> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await transaction((tx) => writeOnce(tx, imported, from, records));
    } catch (error) {
      if (!(error instanceof AddressTaken) || attempt === 3) throw error;
    }
  }
}

async function writeOnce(
  tx: Transaction,
  { id, workspaceId }: Pick<ImportRow, "id" | "workspaceId">,
  from: bigint,
  records: readonly CsvRecord[],
): Promise<BatchOutcome> {
  const startedMs = performance.now();
  await tx.$queryRaw`SELECT 1 FROM "Import" WHERE "id" = ${id}::uuid FOR UPDATE`;
  const job = await tx.import.findFirst({ where: { id, workspaceId, status: "running", byteOffset: from } });
  const last = records.at(-1);
  if (!job || !last) return "stale";
  const { entries, faults } = sortOut(records, job.columns as ImportColumns);
  const plans = await planBatch(tx, job, entries);
  const room = await roomFor(tx, workspaceId, plans.filter(isNew).length);
  const refused = new Set(plans.filter(isNew).slice(room));
  for (const plan of refused) {
    for (const at of plan.rows) {
      const record = entries[at]?.record;
      if (record) faults.push({ record, code: "limit_reached", column: null });
    }
  }
  const kept = plans.filter((plan) => !refused.has(plan));
  await writeContacts(tx, job, kept);
  await writeMarks(tx, job, kept);
  await writeConsents(tx, job, kept);
  await writeFaults(tx, job, faults);
  const counts = countOutcome(job, kept);
  await tx.import.update({
    where: { id },
    data: {
      byteOffset: last.end,
      lineOffset: last.endLine - 1,
      rowsRead: { increment: records.length },
      created: { increment: counts.created },
      updated: { increment: counts.updated },
      skipped: { increment: counts.skipped },
      failed: { increment: faults.length },
      workedMs: { increment: Math.round(performance.now() - startedMs) },
    },
  });
  return "written";
}

/** Every row that is not faulty counts once: an address named twice is created and then updated, or skipped. */
function countOutcome(
  job: ImportRow,
  plans: readonly Plan[],
): { created: number; updated: number; skipped: number } {
  const created = plans.filter(isNew).length;
  const rest = plans.reduce((sum, plan) => sum + plan.rows.length, 0) - created;
  return job.policy === "skip"
    ? { created, updated: 0, skipped: rest }
    : { created, updated: rest, skipped: 0 };
}
