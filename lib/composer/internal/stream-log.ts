import type { UIMessageChunk } from "ai";
import { pool } from "@/lib/platform/db";
import { liveChannel, packChanges } from "@/lib/realtime/live-message";

/** Followers of one answer; outside any workspace's topics, since a whole page need not hear of each word. */
export function streamTopic(generationId: string): string {
  return `stream:${generationId}`;
}

/** Tells every process that the answer has new parts, or ended. */
export async function publishStream(generationId: string): Promise<void> {
  const [payload] = packChanges([{ topic: streamTopic(generationId) }]);
  await pool().query("SELECT pg_notify($1, $2)", [liveChannel, payload]);
}

/**
 * Appends parts under their sequence numbers and tells followers, in one round trip, as long as the answer is still being made by us.
 * Returns whether it is, and whether a stop is wished. The heartbeat is refreshed by the same statement.
 */
export async function appendParts(
  generationId: string,
  firstSequence: number,
  parts: readonly UIMessageChunk[],
): Promise<{ isOurs: boolean; isStopWished: boolean }> {
  const lastSequence = firstSequence + parts.length - 1;
  const [payload] = packChanges([{ topic: streamTopic(generationId), seq: lastSequence }]);
  const { rows } = await pool().query<{ stop: boolean }>(
    `WITH own AS (
       UPDATE "Generation" SET "heartbeatAt" = now(), "firstPartAt" = coalesce("firstPartAt", now())
        WHERE "id" = $1 AND "status" = 'running'
       RETURNING "stopRequestedAt" IS NOT NULL AS stop
     ), written AS (
       INSERT INTO "StreamPart" ("generationId", "sequence", "part")
       SELECT $1, $2 + (ordinality - 1)::int, part
         FROM jsonb_array_elements($3::jsonb) WITH ORDINALITY AS parts(part, ordinality)
        WHERE EXISTS (SELECT 1 FROM own)
     )
     SELECT own.stop, pg_notify($4, $5) FROM own`,
    [generationId, firstSequence, JSON.stringify(parts), liveChannel, payload],
  );
  const own = rows[0];
  return { isOurs: own !== undefined, isStopWished: own?.stop ?? false };
}

/** Says "still at it" between parts. */
export async function beat(generationId: string): Promise<{ isOurs: boolean; isStopWished: boolean }> {
  const { rows } = await pool().query<{ stop: boolean }>(
    `UPDATE "Generation" SET "heartbeatAt" = now() WHERE "id" = $1 AND "status" = 'running'
     RETURNING "stopRequestedAt" IS NOT NULL AS stop`,
    [generationId],
  );
  return { isOurs: rows.length > 0, isStopWished: rows[0]?.stop ?? false };
}

export type LoggedPart = { sequence: number; part: UIMessageChunk };

/** Parts after a sequence number, in order. */
export async function readParts(generationId: string, after: number, limit = 2_000): Promise<LoggedPart[]> {
  const { rows } = await pool().query<LoggedPart>(
    `SELECT "sequence", "part" FROM "StreamPart" WHERE "generationId" = $1 AND "sequence" > $2 ORDER BY "sequence" LIMIT $3`,
    [generationId, after, limit],
  );
  return rows;
}

export type StreamState = {
  status: "queued" | "running" | "completed" | "stopped" | "failed";
  fault: string | null;
  threadId: string;
  parts: LoggedPart[];
};

/** How an answer stands and its parts after a sequence number, of one moment; null when this workspace has no such answer. */
export async function readStream(
  workspaceId: string,
  generationId: string,
  after: number,
): Promise<StreamState | null> {
  const { rows } = await pool().query<StreamState>(
    `SELECT g."status"::text AS "status", g."fault", g."threadId",
            coalesce((SELECT jsonb_agg(jsonb_build_object('sequence', p."sequence", 'part', p."part") ORDER BY p."sequence")
                        FROM (SELECT * FROM "StreamPart" WHERE "generationId" = g."id" AND "sequence" > $3
                               ORDER BY "sequence" LIMIT 2000) p), '[]') AS "parts"
       FROM "Generation" g WHERE g."id" = $1 AND g."workspaceId" = $2`,
    [generationId, workspaceId, after],
  );
  return rows[0] ?? null;
}
