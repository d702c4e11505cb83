import { pool } from "@/lib/platform/db";

const lostWords = "the worker was lost while handing over";

/**
 * Ends expired leases: rows that were only claimed queue again, rows marked `handed` become unknown, because their final dot may have been
 * written. Returns the Dispatches concerned.
 */
export async function takeBackLeases(): Promise<{ workspaceId: string; campaignId: string }[]> {
  const { rows } = await pool().query<{ workspaceId: string; campaignId: string }>(
    `WITH expired AS (
       SELECT b."dispatchId", b.number FROM "Batch" b
        WHERE b."leaseUntil" < now() ORDER BY b."leaseUntil" LIMIT 500 FOR UPDATE SKIP LOCKED
     ), freed AS (
       UPDATE "Recipient" r SET
              state = CASE WHEN r.state = 'handed' THEN 'unknown' ELSE 'queued' END::"RecipientState",
              response = CASE WHEN r.state = 'handed' THEN '${lostWords}' ELSE r.response END,
              "settledAt" = CASE WHEN r.state = 'handed' THEN now() END
         FROM expired
        WHERE r."dispatchId" = expired."dispatchId" AND r.batch = expired.number AND r.state IN ('claimed', 'handed')
       RETURNING r.id, r."workspaceId", r."dispatchId", r.batch, r.state, r.attempts, r."handedAt"
     ), kept AS (
       INSERT INTO "Delivery" ("recipientId", attempt, "workspaceId", "dispatchId", "handedAt", outcome, response)
       SELECT id, attempts, "workspaceId", "dispatchId", "handedAt", 'unknown', '${lostWords}' FROM freed WHERE state = 'unknown'
       ON CONFLICT DO NOTHING
     ), counted AS (
       INSERT INTO "FigureDelta" ("dispatchId", unknown)
       SELECT "dispatchId", count(*) FROM freed WHERE state = 'unknown' GROUP BY "dispatchId"
     ), rest AS (
       SELECT expired."dispatchId", expired.number, count(r.id)::int AS pending, min(COALESCE(r."dueAt", now())) AS "dueAt"
         FROM expired LEFT JOIN "Recipient" r
           ON r."dispatchId" = expired."dispatchId" AND r.batch = expired.number AND r.state IN ('queued', 'claimed')
        GROUP BY expired."dispatchId", expired.number
     ), returned AS (
       UPDATE "Batch" b SET holder = NULL, "leaseUntil" = NULL, fence = b.fence + 1,
              pending = rest.pending, "dueAt" = COALESCE(rest."dueAt", now())
         FROM rest WHERE b."dispatchId" = rest."dispatchId" AND b.number = rest.number
       RETURNING b."dispatchId"
     )
     SELECT "workspaceId", "campaignId" FROM "Dispatch" WHERE id IN (SELECT "dispatchId" FROM returned)`,
  );
  return rows;
}
