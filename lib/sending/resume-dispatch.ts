import { assertCan } from "@/lib/accounts/permissions";
import type { Viewer } from "@/lib/accounts/viewer";
import { db } from "@/lib/platform/db";
import { AppError } from "@/lib/platform/errors";
import { publishAfterCommit } from "@/lib/realtime/publish";
import { campaignTopic } from "@/lib/realtime/topics";
import { type DispatchView, getDispatch } from "./find-dispatch";
import { enqueueLanes } from "./internal/enqueue-lanes";

/** Goes on where it paused. Throws `forbidden`, `not_found`, `conflict` when it is not paused. */
export async function resumeDispatch(
  viewer: Viewer,
  { campaignId }: { campaignId: string },
): Promise<DispatchView> {
  assertCan(viewer, "campaigns.send");
  const { workspaceId } = viewer;
  const resumed = await db().dispatch.updateMany({
    where: { workspaceId, campaignId, state: "paused", finishedAt: null },
    data: { state: "running", pausedReason: null },
  });
  const dispatch = await getDispatch(workspaceId, campaignId);
  if (resumed.count === 0)
    throw new AppError("conflict", `a dispatch that is ${dispatch.state} cannot be resumed`);
  await enqueueLanes({ id: dispatch.id, workspaceId });
  publishAfterCommit(campaignTopic(workspaceId, campaignId));
  return dispatch;
}
