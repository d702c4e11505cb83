import { createWithinLimit } from "@/lib/entitlements/entitlements";
import type { Prisma, Transaction } from "@/lib/platform/db";
import { isAppError } from "@/lib/platform/errors";
import type { SuppressionReason } from "@/lib/platform/generated/prisma/enums";
import { newId } from "@/lib/platform/ids";
import type { CsvRecord } from "../csv-scanner";
import { hashAddress } from "../hash-address";
import type { ImportColumns, RowErrorCode } from "../import-schema";
import { countLiving } from "./count-living";
import { type PlannedContact, planAgain, planContact, type StoredContact } from "./merge-row";
import { type ParsedRow, parseRow } from "./parse-row";

export type ImportRow = Prisma.ImportGetPayload<object>;
/** A plan with its address's hash, which takes longer to make than the row to read: once a batch. */
export type Plan = PlannedContact & { hash: string };
export type Fault = { record: CsvRecord; code: RowErrorCode; column: number | null };
type Entry = { record: CsvRecord; row: ParsedRow };

export function sortOut(
  records: readonly CsvRecord[],
  columns: ImportColumns,
): { entries: Entry[]; faults: Fault[] } {
  const entries: Entry[] = [];
  const faults: Fault[] = [];
  for (const record of records) {
    if ("fault" in record) {
      faults.push({ record, code: record.fault, column: null });
      continue;
    }
    const row = parseRow(record.cells, columns);
    if ("code" in row) faults.push({ record, ...row });
    else entries.push({ record, row });
  }
  return { entries, faults };
}

/** One plan an address, in the order of the file; rows of contacts that are there are locked against others' changes. */
export async function planBatch(tx: Transaction, job: ImportRow, entries: readonly Entry[]): Promise<Plan[]> {
  const { workspaceId, policy } = job;
  const addresses = [...new Set(entries.map((entry) => entry.row.emailFolded))];
  const hashes = new Map(
    addresses.map((address) => [address, hashAddress(workspaceId, address).toString("hex")]),
  );
  const stored = await findStored(tx, workspaceId, addresses);
  const suppressions = await findSuppressions(tx, workspaceId, [...hashes.values()]);
  const plans = new Map<string, Plan>();
  for (const [at, { row }] of entries.entries()) {
    const known = plans.get(row.emailFolded);
    const hash = hashes.get(row.emailFolded) ?? "";
    const plan = known ?? {
      ...planContact(row, stored.get(row.emailFolded), suppressions.get(hash), policy, newId),
      hash,
    };
    if (known) planAgain(known, row, policy);
    plan.rows.push(at);
    plans.set(row.emailFolded, plan);
  }
  return [...plans.values()];
}

async function findStored(
  tx: Transaction,
  workspaceId: string,
  addresses: readonly string[],
): Promise<Map<string, StoredContact>> {
  const trashed = await tx.$queryRaw<StoredContact[]>`
    SELECT "id", "email", "emailFolded", "firstName", "lastName", "fields", "status", true AS "isTrashed"
      FROM "Contact"
     WHERE "workspaceId" = ${workspaceId}::uuid AND "emailFolded" = ANY(${addresses}::text[]) AND "deletedAt" IS NOT NULL
     ORDER BY "deletedAt"`;
  const living = await tx.$queryRaw<StoredContact[]>`
    SELECT "id", "email", "emailFolded", "firstName", "lastName", "fields", "status", false AS "isTrashed"
      FROM "Contact"
     WHERE "workspaceId" = ${workspaceId}::uuid AND "emailFolded" = ANY(${addresses}::text[]) AND "deletedAt" IS NULL
     ORDER BY "id" FOR NO KEY UPDATE`;
  return new Map([...trashed, ...living].map((contact) => [contact.emailFolded, contact]));
}

/** Reasons by the hash of the address, in hexadecimal. */
async function findSuppressions(
  tx: Transaction,
  workspaceId: string,
  hashes: readonly string[],
): Promise<Map<string, SuppressionReason>> {
  const rows = await tx.$queryRaw<{ hash: string; reason: SuppressionReason }[]>`
    SELECT h.hex AS hash, s."reason"
      FROM unnest(${hashes}::text[]) AS h(hex)
      JOIN "Suppression" s ON s."workspaceId" = ${workspaceId}::uuid AND s."emailHash" = decode(h.hex, 'hex')`;
  return new Map(rows.map((row) => [row.hash, row.reason]));
}

export function isNew(plan: PlannedContact): boolean {
  return plan.kind === "create" || plan.kind === "restore";
}

/** How many of `wanted` new contacts the plan has room for; what is over is reported, not lost. The plan stays locked. */
export async function roomFor(tx: Transaction, workspaceId: string, wanted: number): Promise<number> {
  if (wanted === 0) return 0;
  const count = () => countLiving(workspaceId, tx);
  try {
    return await createWithinLimit(tx, workspaceId, "contacts", count, async () => wanted, wanted);
  } catch (error) {
    if (!isAppError(error, "limit_reached")) throw error;
    return Math.max(0, Number(error.values.allowed ?? 0) - Number(error.values.present ?? 0));
  }
}
