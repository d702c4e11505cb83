import { createWithinLimit } from "@/lib/entitlements/entitlements";
import { now } from "@/lib/platform/clock";
import { type Prisma, type Transaction, transaction } from "@/lib/platform/db";
import { isAppError } from "@/lib/platform/errors";
import type { SuppressionReason } from "@/lib/platform/generated/prisma/enums";
import { newId } from "@/lib/platform/ids";
import { keysOf } from "../contact-rules";
import type { CsvRecord } from "../csv-scanner";
import { hashAddress } from "../hash-address";
import { type ImportColumns, type RowErrorCode, rowErrors } from "../import-schema";
import { countLiving } from "./count-living";
import { ensureTags } from "./mark-contacts";
import { type PlannedContact, planAgain, planContact, type StoredContact } from "./merge-row";
import { type ParsedRow, parseRow } from "./parse-row";

export type ImportRow = Prisma.ImportGetPayload<object>;
/** `stale` when the import moved on, was cancelled, or belongs to another worker by now: nothing was written. */
export type BatchOutcome = "written" | "stale";

type Fault = { record: CsvRecord; code: RowErrorCode; column: number | null };
type Entry = { record: CsvRecord; row: ParsedRow };

/** Another contact took an address of the batch while it was written. */
class AddressTaken extends Error {}

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

function sortOut(
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
async function planBatch(
  tx: Transaction,
  job: ImportRow,
  entries: readonly Entry[],
): Promise<PlannedContact[]> {
  const { workspaceId, policy } = job;
  const addresses = [...new Set(entries.map((entry) => entry.row.emailFolded))];
  const stored = await findStored(tx, workspaceId, addresses);
  const suppressions = await findSuppressions(tx, workspaceId, addresses);
  const plans = new Map<string, PlannedContact>();
  for (const [at, { row }] of entries.entries()) {
    const known = plans.get(row.emailFolded);
    const plan =
      known ??
      planContact(row, stored.get(row.emailFolded), suppressions.get(row.emailFolded), policy, newId);
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

async function findSuppressions(
  tx: Transaction,
  workspaceId: string,
  addresses: readonly string[],
): Promise<Map<string, SuppressionReason>> {
  const byHash = new Map(
    addresses.map((address) => [hashAddress(workspaceId, address).toString("hex"), address]),
  );
  const rows = await tx.$queryRaw<{ hash: string; reason: SuppressionReason }[]>`
    SELECT encode(s."emailHash", 'hex') AS hash, s."reason"
      FROM unnest(${[...byHash.keys()]}::text[]) AS h(hex)
      JOIN "Suppression" s ON s."workspaceId" = ${workspaceId}::uuid AND s."emailHash" = decode(h.hex, 'hex')`;
  return new Map(
    rows.flatMap(({ hash, reason }) => {
      const address = byHash.get(hash);
      return address ? [[address, reason] as const] : [];
    }),
  );
}

function isNew(plan: PlannedContact): boolean {
  return plan.kind === "create" || plan.kind === "restore";
}

/** How many of `wanted` new contacts the plan has room for; what is over is reported, not lost. The plan stays locked. */
async function roomFor(tx: Transaction, workspaceId: string, wanted: number): Promise<number> {
  if (wanted === 0) return 0;
  const count = () => countLiving(workspaceId, tx);
  try {
    return await createWithinLimit(tx, workspaceId, "contacts", count, async () => wanted, wanted);
  } catch (error) {
    if (!isAppError(error, "limit_reached")) throw error;
    return Math.max(0, Number(error.values.allowed ?? 0) - Number(error.values.present ?? 0));
  }
}

async function writeContacts(
  tx: Transaction,
  job: ImportRow,
  plans: readonly PlannedContact[],
): Promise<void> {
  const at = now();
  const changed = plans.filter((plan) => plan.kind === "change" || plan.kind === "restore");
  if (changed.length > 0) {
    await tx.$executeRawUnsafe(
      `UPDATE "Contact" c
          SET "email" = r."email", "firstName" = r."firstName", "lastName" = r."lastName", "fields" = r."fields",
              "statusChangedAt" = CASE WHEN c."status" = r."status" THEN c."statusChangedAt" ELSE $3 END,
              "status" = r."status", "nameKey" = r."nameKey", "searchKey" = r."searchKey", "updatedAt" = $3, "deletedAt" = NULL
         FROM jsonb_to_recordset($2::jsonb) AS ${recordShape}
        WHERE c."id" = r."id" AND c."workspaceId" = $1::uuid`,
      job.workspaceId,
      JSON.stringify(changed.map((plan) => recordOf(job, plan))),
      at,
    );
  }
  const created = plans.filter((plan) => plan.kind === "create");
  if (created.length === 0) return;
  const inserted = await tx.$executeRawUnsafe(
    `INSERT INTO "Contact" ("id", "workspaceId", "email", "emailFolded", "emailHash", "firstName", "lastName", "fields", "status",
                            "statusChangedAt", "nameKey", "searchKey", "createdAt", "updatedAt")
     SELECT r."id", $1::uuid, r."email", r."emailFolded", decode(r."hash", 'hex'), r."firstName", r."lastName", r."fields", r."status",
            $3, r."nameKey", r."searchKey", $3, $3
       FROM jsonb_to_recordset($2::jsonb) AS ${recordShape}
     ON CONFLICT ("workspaceId", "emailFolded") WHERE "deletedAt" IS NULL DO NOTHING`,
    job.workspaceId,
    JSON.stringify(created.map((plan) => recordOf(job, plan))),
    at,
  );
  if (inserted !== created.length) throw new AddressTaken();
}

const recordShape = `r("id" uuid, "email" text, "emailFolded" text, "hash" text, "firstName" text, "lastName" text, "fields" jsonb,
  "status" "ContactStatus", "nameKey" text, "searchKey" text)`;

function recordOf(job: ImportRow, plan: PlannedContact) {
  const { id, email, emailFolded, firstName, lastName, fields, status } = plan;
  const hash = hashAddress(job.workspaceId, emailFolded).toString("hex");
  return { id, email, emailFolded, hash, firstName, lastName, fields, status, ...keysOf(plan) };
}

async function writeMarks(tx: Transaction, job: ImportRow, plans: readonly PlannedContact[]): Promise<void> {
  const { workspaceId } = job;
  const ids = plans.map((plan) => plan.id);
  const list = job.listId
    ? await tx.list.findFirst({ where: { id: job.listId, workspaceId, deletedAt: null } })
    : null;
  if (list && ids.length > 0) {
    await tx.$executeRaw`INSERT INTO "ListMember" ("workspaceId", "listId", "contactId")
      SELECT ${workspaceId}::uuid, ${list.id}::uuid, unnest(${ids}::uuid[]) ON CONFLICT DO NOTHING`;
  }
  const byName = new Map<string, string[]>();
  for (const plan of plans) {
    for (const name of new Set([...job.tagNames, ...plan.tags])) {
      byName.set(name, [...(byName.get(name) ?? []), plan.id]);
    }
  }
  for (const [name, contactIds] of byName) {
    const [tag] = await ensureTags(tx, workspaceId, [name]);
    if (!tag) continue;
    await tx.$executeRaw`INSERT INTO "ContactTag" ("workspaceId", "tagId", "contactId")
      SELECT ${workspaceId}::uuid, ${tag.id}::uuid, unnest(${contactIds}::uuid[]) ON CONFLICT DO NOTHING`;
  }
}

/** A yes for everyone who may be written to from now on; for a no the withdrawal, and a suppression that outlives the contact. */
async function writeConsents(
  tx: Transaction,
  job: ImportRow,
  plans: readonly PlannedContact[],
): Promise<void> {
  const at = now();
  const granted = plans.filter((plan) => isNew(plan) && plan.status === "subscribed");
  const ended = plans.filter(
    (plan) =>
      plan.kind !== "keep" &&
      plan.status !== plan.statusBefore &&
      /unsubscribed|complained|bounced/.test(plan.status),
  );
  const withdrawn = ended.filter((plan) => plan.statusBefore !== null && plan.status !== "bounced");
  for (const [action, those] of [
    ["granted", granted],
    ["withdrawn", withdrawn],
  ] as const) {
    if (those.length === 0) continue;
    await tx.$executeRawUnsafe(
      `INSERT INTO "ConsentRecord" ("workspaceId", "contactId", "kind", "action", "source", "importId", "actorId", "at")
       SELECT $1::uuid, unnest($2::uuid[]), 'email', $3::"ConsentAction", $4::"ConsentSource", $5::uuid, $6::uuid, $7`,
      job.workspaceId,
      those.map((plan) => plan.id),
      action,
      job.source,
      job.id,
      job.createdById,
      at,
    );
  }
  if (ended.length > 0) {
    await tx.suppression.createMany({
      data: ended.map((plan) => ({
        workspaceId: job.workspaceId,
        emailHash: hashAddress(job.workspaceId, plan.emailFolded),
        reason: plan.status as Exclude<SuppressionReason, "manual">,
        createdAt: at,
      })),
      skipDuplicates: true,
    });
  }
}

async function writeFaults(tx: Transaction, job: ImportRow, faults: readonly Fault[]): Promise<void> {
  if (faults.length === 0) return;
  const ordered = [...faults].sort((a, b) => a.record.line - b.record.line);
  await tx.importRowError.createMany({
    data: ordered.map(({ record, code, column }) => ({
      workspaceId: job.workspaceId,
      importId: job.id,
      line: record.line,
      column,
      code,
      message: rowErrors[code],
      row: rawText(record.raw),
    })),
  });
}

/** PostgreSQL holds no NUL in text. */
function rawText(raw: Buffer): string {
  return raw
    .toString("utf8", 0, 16_000)
    .replace(/[\r\n]+$/, "")
    .replaceAll("\0", "\ufffd")
    .slice(0, 4_000)
    .toWellFormed();
}

/** Every row that is not faulty counts once: an address named twice is created and then updated, or skipped. */
function countOutcome(
  job: ImportRow,
  plans: readonly PlannedContact[],
): { created: number; updated: number; skipped: number } {
  const created = plans.filter(isNew).length;
  const rest = plans.reduce((sum, plan) => sum + plan.rows.length, 0) - created;
  return job.policy === "skip"
    ? { created, updated: 0, skipped: rest }
    : { created, updated: rest, skipped: 0 };
}
