import { now } from "@/lib/platform/clock";
import type { Transaction } from "@/lib/platform/db";
import type { SuppressionReason } from "@/lib/platform/generated/prisma/enums";
import { keysOf } from "../contact-rules";
import { rowErrors } from "../import-schema";
import { ensureTags } from "./mark-contacts";
import { type Fault, type ImportRow, isNew, type Plan } from "./plan-batch";

/** Another contact took an address of the batch while it was written. */
export class AddressTaken extends Error {}

export async function writeContacts(tx: Transaction, job: ImportRow, plans: readonly Plan[]): Promise<void> {
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
      JSON.stringify(changed.map((plan) => recordOf(plan))),
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
    JSON.stringify(created.map((plan) => recordOf(plan))),
    at,
  );
  if (inserted !== created.length) throw new AddressTaken();
}

const recordShape = `r("id" uuid, "email" text, "emailFolded" text, "hash" text, "firstName" text, "lastName" text, "fields" jsonb,
  "status" "ContactStatus", "nameKey" text, "searchKey" text)`;

function recordOf(plan: Plan) {
  const { id, email, emailFolded, hash, firstName, lastName, fields, status } = plan;
  return { id, email, emailFolded, hash, firstName, lastName, fields, status, ...keysOf(plan) };
}

export async function writeMarks(tx: Transaction, job: ImportRow, plans: readonly Plan[]): Promise<void> {
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
export async function writeConsents(tx: Transaction, job: ImportRow, plans: readonly Plan[]): Promise<void> {
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
        emailHash: Buffer.from(plan.hash, "hex"),
        reason: plan.status as Exclude<SuppressionReason, "manual">,
        createdAt: at,
      })),
      skipDuplicates: true,
    });
  }
}

export async function writeFaults(tx: Transaction, job: ImportRow, faults: readonly Fault[]): Promise<void> {
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
