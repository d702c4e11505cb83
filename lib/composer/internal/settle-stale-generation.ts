import { now } from "@/lib/platform/clock";
import { db } from "@/lib/platform/db";
import { endGeneration } from "./end-generation";

/** The generator says "still at it" at least once a second; this long without means that its process is gone. */
export const staleAfterMs = 12_000;
/** An answer that no worker took up for so long: there is no worker. */
const waitedTooLongMs = 120_000;

/**
 * Ends an answer whose worker died, keeping what it had written, so that the person can try again. Cheap when there is none. Returns
 * whether it ended one.
 */
export async function settleStaleGeneration(workspaceId: string, threadId: string): Promise<boolean> {
  const live = await db().generation.findFirst({
    where: { threadId, workspaceId, status: { in: ["queued", "running"] } },
  });
  if (!live) return false;
  const isWaiting = live.status === "queued";
  const since = (
    isWaiting ? live.createdAt : (live.heartbeatAt ?? live.startedAt ?? live.createdAt)
  ).getTime();
  if (now().getTime() - since < (isWaiting ? waitedTooLongMs : staleAfterMs)) return false;
  return endGeneration(live.id, {
    from: isWaiting ? "queued" : "running",
    outcome: "failed",
    fault: isWaiting ? "fault_no_worker" : "fault_interrupted",
  });
}
