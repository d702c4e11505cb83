import { assertCan } from "@/lib/accounts/permissions";
import type { Viewer } from "@/lib/accounts/viewer";
import { enqueue } from "@/lib/jobs/enqueue";
import { now } from "@/lib/platform/clock";
import { transaction } from "@/lib/platform/db";
import { AppError } from "@/lib/platform/errors";
import { publishAfterCommit } from "@/lib/realtime/publish";
import { campaignTopic } from "@/lib/realtime/topics";
import { type CampaignView, type ScheduleCampaignInput, scheduleCampaignInput } from "./campaign-schema";
import { changedSince } from "./confirm-proposal";
import { getCampaign } from "./get-campaign";
import { confirmedContent } from "./internal/confirm-send";
import { gatherSend } from "./internal/gather-send";
import { moveCampaign } from "./internal/move-campaign";
import { readCampaign } from "./internal/read-campaign";
import { recordActivity } from "./internal/record-activity";
import { startCampaignJob } from "./jobs/start-campaign";
import { assertSendable, checkGathered } from "./run-preflight";
import { instantOf, isTimeZone } from "./schedule-rules";

const furthestMs = 366 * 86_400_000;

/**
 * Confirms what the campaign is now and sends it at the given time; the audience is frozen then. A second call moves it. On an integrator's or operator's word,
 * like `sendCampaign`. Throws `invalid` for a time that is past, further than a year, or none; `conflict`, `forbidden`, `plan_required`, `not_found`.
 */
export async function scheduleCampaign(viewer: Viewer, input: ScheduleCampaignInput): Promise<CampaignView> {
  assertCan(viewer, "campaigns.send");
  if (viewer.via !== "api_key" && viewer.via !== "cli") {
    throw new AppError("forbidden", "in the studio a person confirms a proposal", {
      userMessage: "person_must_confirm",
    });
  }
  const { id, sendAt, timeZone, contentHash } = scheduleCampaignInput.parse(input);
  const campaign = await readCampaign(viewer, id);
  const at = timeOf(sendAt, timeZone);
  if (campaign.status !== "draft" && campaign.status !== "scheduled") {
    throw new AppError("conflict", `the campaign is ${campaign.status}`, {
      userMessage: `campaign_is_${campaign.status}`,
    });
  }
  const gathered = await gatherSend(viewer, campaign);
  if (contentHash !== undefined && contentHash !== gathered.contentHash) throw changedSince();
  assertSendable(await checkGathered(viewer, gathered));
  const scheduleRun = campaign.scheduleRun + 1;
  await transaction(async (tx) => {
    await moveCampaign(tx, viewer, id, "schedule", {
      ...confirmedContent(viewer, gathered),
      scheduledFor: at,
      timeZone,
      scheduleRun,
    });
    await recordActivity(tx, viewer, {
      campaignId: id,
      kind: "scheduled",
      details: { at: at.toISOString(), timeZone, people: gathered.count.sendable },
    });
    await enqueue(
      tx,
      startCampaignJob,
      { workspaceId: viewer.workspaceId, campaignId: id, scheduleRun },
      { startAfter: at },
    );
  });
  publishAfterCommit(campaignTopic(viewer.workspaceId, id));
  return getCampaign(viewer, id);
}

function timeOf(sendAt: string, timeZone: string): Date {
  if (!isTimeZone(timeZone)) {
    throw new AppError("invalid", `unknown time zone ${timeZone}`, {
      fields: { timeZone: "time_zone_unknown" },
    });
  }
  const at = instantOf(sendAt, timeZone);
  if (!at) throw new AppError("invalid", "sendAt is no time", { fields: { sendAt: "time_invalid" } });
  const ahead = at.getTime() - now().getTime();
  if (ahead <= 0) throw new AppError("invalid", "sendAt is past", { fields: { sendAt: "time_past" } });
  if (ahead > furthestMs)
    throw new AppError("invalid", "sendAt is too far", { fields: { sendAt: "time_too_far" } });
  return at;
}
