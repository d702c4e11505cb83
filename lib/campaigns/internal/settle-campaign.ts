import { jobViewer } from "@/lib/accounts/viewer";
import { now } from "@/lib/platform/clock";
import { transaction } from "@/lib/platform/db";
import { publishAfterCommit } from "@/lib/realtime/publish";
import { campaignTopic } from "@/lib/realtime/topics";
import { findDispatch } from "@/lib/sending/find-dispatch";
import { forgetFigures, getCampaignFigures } from "../get-campaign-figures";
import { tryMoveCampaign } from "./move-campaign";
import { recordActivity } from "./record-activity";

/** Ends the campaign of a Dispatch in which nothing pends: `sent`, or the end of a cancelled one. Safe to run twice. */
export async function settleCampaign(workspaceId: string, campaignId: string): Promise<void> {
  const dispatch = await findDispatch(workspaceId, campaignId);
  if (!dispatch?.finishedAt) return;
  forgetFigures(workspaceId, campaignId);
  const figures = await getCampaignFigures(workspaceId, campaignId);
  const viewer = jobViewer(workspaceId);
  const finishedAt = dispatch.finishedAt;
  await transaction(async (tx) => {
    if (dispatch.state === "finished") {
      const change = { finishedAt, pausedReason: null };
      const moved = await tryMoveCampaign(tx, viewer, campaignId, "finish", change);
      if (moved) await recordActivity(tx, viewer, { campaignId, kind: "sent", figures });
    }
    await tx.campaign.updateMany({
      where: { id: campaignId, workspaceId, status: "sent", startedAt: null },
      data: { startedAt: dispatch.startedAt ?? now() },
    });
    await tx.campaign.updateMany({
      where: { id: campaignId, workspaceId, status: "cancelled", finishedAt: null },
      data: { finishedAt },
    });
  });
  publishAfterCommit(campaignTopic(workspaceId, campaignId));
}
