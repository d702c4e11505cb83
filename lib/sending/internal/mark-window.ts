import { pool } from "@/lib/platform/db";

/**
 * Marks rows `handed`, before their first byte: only those still claimed under the holder's live lease, of a Dispatch that is running. Who
 * unsubscribed, bounced, was suppressed or removed since the freeze is excluded instead. Returns the ids that may be handed over.
 */
export async function markWindow(
  dispatchId: string,
  holder: string,
  rows: readonly { id: string; batch: number }[],
): Promise<Set<string>> {
  const { rows: marked } = await pool().query<{ id: string }>({
    name: "sending.mark-window",
    // Rows and batches are each found by key: a join that the planner turns round would read every row of every held batch.
    text: `WITH mine AS MATERIALIZED (
       SELECT id, "workspaceId", "contactId", batch, fence FROM "Recipient"
        WHERE id = ANY($3::uuid[]) AND "dispatchId" = $1 AND state = 'claimed'
     ), held AS MATERIALIZED (
       SELECT number, fence FROM "Batch"
        WHERE "dispatchId" = $1 AND number = ANY($4::int[]) AND holder = $2 AND "leaseUntil" > now()
          AND (SELECT state FROM "Dispatch" WHERE id = $1) = 'running'
     ), open AS (
       SELECT mine.* FROM mine JOIN held ON held.number = mine.batch AND held.fence = mine.fence
     ), seen AS (
       SELECT open.id,
              CASE WHEN c.id IS NULL OR c."deletedAt" IS NOT NULL THEN 'removed'
                   WHEN c.status <> 'subscribed' THEN c.status::text
                   WHEN s.reason = 'manual' THEN 'suppressed'
                   WHEN s."emailHash" IS NOT NULL THEN s.reason::text END AS reason
         FROM open
         LEFT JOIN "Contact" c ON c.id = open."contactId"
         LEFT JOIN "Suppression" s ON s."workspaceId" = open."workspaceId" AND s."emailHash" = c."emailHash"
     ), gone AS (
       UPDATE "Recipient" r SET state = 'excluded', reason = seen.reason, "settledAt" = now()
         FROM seen WHERE r.id = seen.id AND seen.reason IS NOT NULL AND r.state = 'claimed' RETURNING r.id
     ), counted AS (
       INSERT INTO "FigureDelta" ("dispatchId", excluded) SELECT $1, count(*) FROM gone HAVING count(*) > 0
     )
     UPDATE "Recipient" r SET state = 'handed', "handedAt" = now(), attempts = r.attempts + 1
       FROM seen WHERE r.id = seen.id AND seen.reason IS NULL AND r.state = 'claimed'
     RETURNING r.id`,
    values: [dispatchId, holder, rows.map((row) => row.id), [...new Set(rows.map((row) => row.batch))]],
  });
  return new Set(marked.map((row) => row.id));
}
