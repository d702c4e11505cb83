import { pool } from "@/lib/platform/db";
import { log } from "@/lib/platform/log";
import { publishAfterCommit } from "@/lib/realtime/publish";
import { campaignTopic } from "@/lib/realtime/topics";
import { enqueueLanes } from "./internal/enqueue-lanes";
import { excludeRest } from "./internal/exclude-rest";
import { settleDispatch } from "./internal/settle-dispatch";
import { takeBackLeases } from "./internal/take-back-leases";
import { stalledSeconds } from "./sending-rules";

type Unfinished = { id: string; workspaceId: string; campaignId: string };

/**
 * Makes good what a lost process left: expired leases are taken back (claimed rows queue again, handed ones are unknown), what is over ends,
 * and a running Dispatch that nobody drives is driven anew. Meant for every few seconds in every worker: cheap, safe at the same time in any
 * number of processes, and it never throws.
 */
export async function sweepDispatches(): Promise<void> {
  try {
    for (const dispatch of await takeBackLeases()) {
      publishAfterCommit(campaignTopic(dispatch.workspaceId, dispatch.campaignId));
    }
    for (const dispatch of await listOver()) {
      await excludeRest(dispatch.id);
      await settleDispatch(dispatch.id);
      publishAfterCommit(campaignTopic(dispatch.workspaceId, dispatch.campaignId));
    }
    for (const dispatch of await pickStalled()) await enqueueLanes(dispatch);
  } catch (error) {
    log.warn("sweep of dispatches failed", { error: String(error) });
  }
}

/** Stopped ones, and those of which nothing pends. */
async function listOver(): Promise<Unfinished[]> {
  const { rows } = await pool().query<Unfinished>(
    `SELECT d.id, d."workspaceId", d."campaignId" FROM "Dispatch" d
      WHERE d."finishedAt" IS NULL AND d."startedAt" < now() - interval '2 seconds'
        AND (d.state = 'stopped' OR NOT EXISTS (SELECT 1 FROM "Batch" b WHERE b."dispatchId" = d.id AND b.pending > 0))`,
  );
  return rows;
}

/** Touching `progressAt` is the claim: of several sweeps at once, one drives it. */
async function pickStalled(): Promise<Unfinished[]> {
  const { rows } = await pool().query<Unfinished>(
    `UPDATE "Dispatch" d SET "progressAt" = now()
      WHERE d."finishedAt" IS NULL AND d.state = 'running' AND d."progressAt" < now() - make_interval(secs => $1)
        AND EXISTS (SELECT 1 FROM "Batch" b WHERE b."dispatchId" = d.id AND b."leaseUntil" IS NULL AND b.pending > 0 AND b."dueAt" <= now())
     RETURNING d.id, d."workspaceId", d."campaignId"`,
    [stalledSeconds],
  );
  return rows;
}
