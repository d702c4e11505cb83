import { assertCan } from "@/lib/accounts/permissions";
import type { Viewer } from "@/lib/accounts/viewer";
import { db } from "@/lib/platform/db";
import { AppError } from "@/lib/platform/errors";
import { publishAfterCommit } from "@/lib/realtime/publish";
import { campaignTopic } from "@/lib/realtime/topics";
import { type DispatchView, getDispatch } from "./find-dispatch";

export type PauseReason = "user" | "errors" | "complaints" | "stale";

/**
 * No further message is begun from now on: what is on the wire (at most one window a worker) ends, the rest waits. Throws `forbidden`,
 * `not_found`, `conflict` when it is not running.
 */
export async function pauseDispatch(
  viewer: Viewer,
  { campaignId, reason = "user" }: { campaignId: string; reason?: PauseReason },
): Promise<DispatchView> {
  assertCan(viewer, "campaigns.send");
  const { workspaceId } = viewer;
  const paused = await db().dispatch.updateMany({
    where: { workspaceId, campaignId, state: "running", finishedAt: null },
    data: { state: "paused", pausedReason: reason },
  });
  const dispatch = await getDispatch(workspaceId, campaignId);
  if (paused.count === 0)
    throw new AppError("conflict", `a dispatch that is ${dispatch.state} cannot be paused`);
  publishAfterCommit(campaignTopic(workspaceId, campaignId));
  return dispatch;
}
