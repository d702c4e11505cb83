import { rawTransaction } from "@/lib/platform/db";

/** Excludes, as cancelled, whoever of a stopped Dispatch was not handed over; what is on the wire at this moment ends by itself. */
export async function excludeRest(dispatchId: string): Promise<void> {
  await rawTransaction(async (client) => {
    await client.query(
      `WITH cut AS (
         UPDATE "Recipient" SET state = 'excluded', reason = 'cancelled', "settledAt" = now()
          WHERE "dispatchId" = $1 AND state IN ('queued', 'claimed')
            AND (SELECT state FROM "Dispatch" WHERE id = $1) = 'stopped'
         RETURNING id
       )
       INSERT INTO "FigureDelta" ("dispatchId", excluded) SELECT $1, count(*) FROM cut HAVING count(*) > 0`,
      [dispatchId],
    );
    // Leased batches count for themselves when their lease ends.
    await client.query(
      `UPDATE "Batch" b SET pending = (SELECT count(*) FROM "Recipient" r
               WHERE r."dispatchId" = b."dispatchId" AND r.batch = b.number AND r.state IN ('queued', 'claimed', 'handed'))
        WHERE b."dispatchId" = $1 AND b.pending > 0 AND b."leaseUntil" IS NULL
          AND (SELECT state FROM "Dispatch" WHERE id = $1) = 'stopped'`,
      [dispatchId],
    );
  });
}
