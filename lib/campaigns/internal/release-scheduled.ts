import { jobViewer } from "@/lib/accounts/viewer";
import { now } from "@/lib/platform/clock";
import { db, transaction } from "@/lib/platform/db";
import { publishAfterCommit } from "@/lib/realtime/publish";
import { campaignTopic } from "@/lib/realtime/topics";
import { tryMoveCampaign } from "./move-campaign";
import { recordActivity } from "./record-activity";

/** A send found later than this (a restored server) asks before it goes out. */
const staleAfterMs = 60 * 60_000;

/** When its time has come, a scheduled campaign begins to prepare, or, found far too late, waits for a person as `paused: stale`. */
export async function releaseScheduled(
  workspaceId: string,
  campaignId: string,
  scheduleRun: number,
): Promise<void> {
  const campaign = await db().campaign.findFirst({
    where: { id: campaignId, workspaceId, status: "scheduled", scheduleRun },
    select: { scheduledFor: true, confirmedById: true },
  });
  if (!campaign?.scheduledFor || campaign.scheduledFor > now()) return;
  const viewer = jobViewer(workspaceId, campaign.confirmedById);
  const isStale = now().getTime() - campaign.scheduledFor.getTime() > staleAfterMs;
  await transaction(async (tx) => {
    if (!isStale) {
      await tryMoveCampaign(tx, viewer, campaignId, "confirm");
    } else if (await tryMoveCampaign(tx, viewer, campaignId, "hold", { pausedReason: "stale" })) {
      await recordActivity(tx, viewer, { campaignId, kind: "paused", details: { reason: "stale" } });
    }
  });
  publishAfterCommit(campaignTopic(workspaceId, campaignId));
}
