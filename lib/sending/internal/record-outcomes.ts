import { setTimeout as delay } from "node:timers/promises";
import type { HandOver } from "@/lib/mail/smtp";
import { pool } from "@/lib/platform/db";
import { log } from "@/lib/platform/log";

export type Outcome = HandOver & { id: string; fence: number };

const waitsMs = [100, 300, 1_000, 2_000, 4_000];

/**
 * Writes down what became of rows that were handed over, their deliveries and the change of the figures, in one statement. Saying the same
 * again changes nothing. An outcome that arrives after the sweep had given the row up as unknown corrects it: nobody else touched it since.
 * While the database is away it is tried again for some seconds; then it throws, and the rows become unknown when their lease ends.
 */
export async function recordOutcomes(
  dispatchId: string,
  outcomes: readonly Outcome[],
  retryDelaysSeconds: readonly number[],
): Promise<void> {
  if (outcomes.length === 0) return;
  for (let attempt = 0; ; attempt += 1) {
    try {
      const written = await write(dispatchId, outcomes, retryDelaysSeconds, "handed");
      if (written < outcomes.length) await write(dispatchId, outcomes, retryDelaysSeconds, "unknown");
      return;
    } catch (error) {
      const waitMs = waitsMs[attempt];
      if (waitMs === undefined) throw error;
      log.warn("outcomes not recorded yet", { dispatchId, rows: outcomes.length, error: String(error) });
      await delay(waitMs);
    }
  }
}

async function write(
  dispatchId: string,
  outcomes: readonly Outcome[],
  retryDelaysSeconds: readonly number[],
  from: "handed" | "unknown",
): Promise<number> {
  const { rows } = await pool().query<{ changed: number }>({
    name: `sending.record-${from}`,
    text: `WITH said AS (
       SELECT * FROM unnest($2::uuid[], $3::int[], $4::text[], $5::text[]) AS said(id, fence, outcome, response)
     ), changed AS (
       UPDATE "Recipient" r SET
              state = CASE said.outcome WHEN 'accepted' THEN 'accepted' WHEN 'rejected' THEN 'rejected' WHEN 'unknown' THEN 'unknown'
                        WHEN 'untouched' THEN 'queued'
                        ELSE CASE WHEN r.attempts <= cardinality($6::int[]) THEN 'queued' ELSE 'rejected' END END::"RecipientState",
              reason = CASE WHEN said.outcome = 'rejected' THEN 'refused'
                        WHEN said.outcome = 'deferred' AND r.attempts > cardinality($6::int[]) THEN 'tries_used_up' END,
              response = left(said.response, 500),
              attempts = CASE WHEN said.outcome = 'untouched' THEN r.attempts - 1 ELSE r.attempts END,
              "dueAt" = CASE WHEN said.outcome = 'deferred' THEN now() + make_interval(secs => ($6::int[])[r.attempts]) END,
              "settledAt" = CASE WHEN said.outcome IN ('accepted', 'rejected', 'unknown')
                        OR (said.outcome = 'deferred' AND r.attempts > cardinality($6::int[])) THEN now() END
         FROM said
        WHERE r.id = said.id AND r.fence = said.fence AND r.state = '${from}'${from === "unknown" ? " AND said.outcome <> 'unknown'" : ""}
       RETURNING r.id, r."workspaceId", r.batch, r.state, r.attempts, r."handedAt", said.outcome, said.response
     ), kept AS (
       INSERT INTO "Delivery" ("recipientId", attempt, "workspaceId", "dispatchId", "handedAt", outcome, response)
       SELECT id, attempts, "workspaceId", $1, "handedAt", outcome::"DeliveryOutcome", left(response, 500) FROM changed
        WHERE outcome <> 'untouched' AND (outcome <> 'accepted' OR attempts > 1)
       ON CONFLICT ("recipientId", attempt) DO UPDATE SET outcome = excluded.outcome, response = excluded.response, "endedAt" = now()
     ), counted AS (
       INSERT INTO "FigureDelta" ("dispatchId", accepted, rejected, unknown)
       SELECT $1, count(*) FILTER (WHERE state = 'accepted'), count(*) FILTER (WHERE state = 'rejected'),
              count(*) FILTER (WHERE state = 'unknown')${from === "unknown" ? " - count(*)" : ""}
         FROM changed HAVING count(*) FILTER (WHERE state <> 'queued') > 0${from === "unknown" ? " OR count(*) > 0" : ""}
     )${
       from === "unknown"
         ? `, reopened AS (
       UPDATE "Batch" b SET pending = b.pending + again.rows, "dueAt" = now()
         FROM (SELECT batch, count(*)::int AS rows FROM changed WHERE state = 'queued' GROUP BY batch) AS again
        WHERE b."dispatchId" = $1 AND b.number = again.batch
     )`
         : ""
     }
     SELECT count(*)::int AS changed FROM changed`,
    values: [
      dispatchId,
      outcomes.map((outcome) => outcome.id),
      outcomes.map((outcome) => outcome.fence),
      outcomes.map((outcome) => outcome.outcome),
      outcomes.map((outcome) => outcome.response),
      retryDelaysSeconds,
    ],
  });
  return rows[0]?.changed ?? 0;
}
