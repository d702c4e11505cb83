import { pool } from "@/lib/platform/db";
import { leaseSeconds } from "../sending-rules";

export type ClaimedRecipient = {
  id: string;
  email: string;
  name: string;
  fields: Record<string, unknown>;
  batch: number;
  /** The batch's fence at the claim: whatever is written about the row later must name it. */
  fence: number;
};

/**
 * Leases up to `count` due batches of a running Dispatch to the holder and claims their due rows. Batches that others hold are skipped, so no
 * two holders ever get the same row.
 */
export async function claimBatches(
  dispatchId: string,
  holder: string,
  count: number,
): Promise<{ batches: number; rows: ClaimedRecipient[] }> {
  const { rows } = await pool().query<ClaimedRecipient & { batches: number }>(
    `WITH picked AS (
       SELECT b.ctid AS place FROM "Batch" b JOIN "Dispatch" d ON d.id = b."dispatchId"
        WHERE b."dispatchId" = $1 AND d.state = 'running' AND b."dueAt" <= now() AND b."leaseUntil" IS NULL AND b.pending > 0
        ORDER BY b."dueAt", b.number LIMIT $3 FOR UPDATE OF b SKIP LOCKED
     ), leased AS (
       UPDATE "Batch" b SET holder = $2, "leaseUntil" = now() + make_interval(secs => $4), fence = b.fence + 1
        WHERE b.ctid = ANY (ARRAY(SELECT place FROM picked))
       RETURNING b.number, b.fence
     ), claimed AS (
       UPDATE "Recipient" r SET state = 'claimed', fence = leased.fence
         FROM leased
        WHERE r."dispatchId" = $1 AND r.batch = leased.number AND r.state = 'queued' AND (r."dueAt" IS NULL OR r."dueAt" <= now())
       RETURNING r.id, r.email, r.name, r.fields, r.batch, r.fence
     )
     SELECT claimed.*, (SELECT count(*)::int FROM leased) AS batches
       FROM (SELECT 1) AS one LEFT JOIN claimed ON true`,
    [dispatchId, holder, count, leaseSeconds],
  );
  return { batches: rows[0]?.batches ?? 0, rows: rows.filter((row) => row.id !== null) };
}

/** Prolongs what the holder still holds, and says that the Dispatch moves. */
export async function renewLeases(dispatchId: string, holder: string): Promise<void> {
  await pool().query(
    `WITH renewed AS (
       UPDATE "Batch" SET "leaseUntil" = now() + make_interval(secs => $3)
        WHERE "dispatchId" = $1 AND holder = $2 AND "leaseUntil" > now()
     )
     UPDATE "Dispatch" SET "progressAt" = now() WHERE id = $1 AND "progressAt" < now() - interval '1 second'`,
    [dispatchId, holder, leaseSeconds],
  );
}

/**
 * Gives back what the holder leased: rows that were only claimed are queued again, and each batch learns what it has left and when that is
 * due. A batch with rows still marked `handed` keeps its lease, for the sweep to judge.
 */
export async function releaseBatches(dispatchId: string, holder: string): Promise<void> {
  await pool().query(
    `WITH held AS (
       SELECT b.number, b.fence FROM "Batch" b
        WHERE b."dispatchId" = $1 AND b.holder = $2
          AND NOT EXISTS (SELECT 1 FROM "Recipient" r WHERE r."dispatchId" = $1 AND r.batch = b.number AND r.state = 'handed')
          FOR UPDATE
     ), returned AS (
       UPDATE "Recipient" r SET state = 'queued' FROM held
        WHERE r."dispatchId" = $1 AND r.batch = held.number AND r.state = 'claimed' AND r.fence = held.fence
     ), rest AS (
       SELECT held.number, count(r.id)::int AS pending, min(COALESCE(r."dueAt", now())) AS "dueAt"
         FROM held LEFT JOIN "Recipient" r
           ON r."dispatchId" = $1 AND r.batch = held.number AND r.state IN ('queued', 'claimed')
        GROUP BY held.number
     )
     UPDATE "Batch" b SET holder = NULL, "leaseUntil" = NULL, pending = rest.pending, "dueAt" = COALESCE(rest."dueAt", now())
       FROM rest WHERE b."dispatchId" = $1 AND b.number = rest.number`,
    [dispatchId, holder],
  );
}
