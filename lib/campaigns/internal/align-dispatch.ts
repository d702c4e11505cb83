import { jobViewer } from "@/lib/accounts/viewer";
import { db } from "@/lib/platform/db";
import { isAppError } from "@/lib/platform/errors";
import { type DispatchView, findDispatch } from "@/lib/sending/find-dispatch";
import { pauseDispatch } from "@/lib/sending/pause-dispatch";
import { resumeDispatch } from "@/lib/sending/resume-dispatch";
import { stopDispatch } from "@/lib/sending/stop-dispatch";

/**
 * Makes the Dispatch follow what was decided about its campaign. Convergent: run it after every decision, in any order, as often as one likes. Without
 * a Dispatch there is nothing to follow.
 */
export async function alignDispatch(workspaceId: string, campaignId: string): Promise<void> {
  const campaign = await db().campaign.findFirst({
    where: { id: campaignId, workspaceId },
    select: { status: true, pausedReason: true, confirmedById: true },
  });
  const dispatch = campaign ? await findDispatch(workspaceId, campaignId) : null;
  if (!campaign || !dispatch) return;
  const viewer = jobViewer(workspaceId, campaign.confirmedById);
  try {
    if (campaign.status === "paused" && dispatch.state === "running") {
      await pauseDispatch(viewer, { campaignId, reason: campaign.pausedReason ?? "user" });
    } else if (campaign.status === "cancelled" && isLive(dispatch)) {
      await stopDispatch(viewer, { campaignId });
    } else if (campaign.status === "sending" && dispatch.state === "paused") {
      await resumeDispatch(viewer, { campaignId });
    }
  } catch (error) {
    // It moved on by itself in between (the last message went out): there is nothing left to pause.
    if (!isAppError(error, "conflict")) throw error;
  }
}

function isLive(dispatch: DispatchView): boolean {
  return dispatch.state === "running" || dispatch.state === "paused";
}
