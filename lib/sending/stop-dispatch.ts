import { assertCan } from "@/lib/accounts/permissions";
import type { Viewer } from "@/lib/accounts/viewer";
import { db } from "@/lib/platform/db";
import { AppError } from "@/lib/platform/errors";
import { publishAfterCommit } from "@/lib/realtime/publish";
import { campaignTopic } from "@/lib/realtime/topics";
import { type DispatchView, getDispatch } from "./find-dispatch";
import { excludeRest } from "./internal/exclude-rest";
import { settleDispatch } from "./internal/settle-dispatch";

/**
 * Ends it for good: whoever was not handed over is excluded as cancelled; what is on the wire ends by itself. Throws `forbidden`,
 * `not_found`, `conflict` when it had ended.
 */
export async function stopDispatch(
  viewer: Viewer,
  { campaignId }: { campaignId: string },
): Promise<DispatchView> {
  assertCan(viewer, "campaigns.send");
  const { workspaceId } = viewer;
  const stopped = await db().dispatch.updateMany({
    where: { workspaceId, campaignId, state: { in: ["running", "paused"] }, finishedAt: null },
    data: { state: "stopped", pausedReason: null },
  });
  const dispatch = await getDispatch(workspaceId, campaignId);
  if (stopped.count === 0)
    throw new AppError("conflict", `a dispatch that is ${dispatch.state} cannot be stopped`);
  await excludeRest(dispatch.id);
  await settleDispatch(dispatch.id);
  publishAfterCommit(campaignTopic(workspaceId, campaignId));
  return getDispatch(workspaceId, campaignId);
}
