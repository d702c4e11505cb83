import { assertCan } from "@/lib/accounts/permissions";
import type { Viewer } from "@/lib/accounts/viewer";
import { transaction } from "@/lib/platform/db";
import { AppError } from "@/lib/platform/errors";
import { publishAfterCommit } from "@/lib/realtime/publish";
import { campaignTopic } from "@/lib/realtime/topics";
import type { CampaignView } from "./campaign-schema";
import { changedSince } from "./confirm-proposal";
import { getCampaign } from "./get-campaign";
import { confirmSend } from "./internal/confirm-send";
import { gatherSend } from "./internal/gather-send";
import { readCampaign } from "./internal/read-campaign";
import { assertSendable, checkGathered } from "./run-preflight";

/**
 * Sends a draft on an integrator's or operator's word; a person in the studio confirms a Proposal instead (`forbidden` for them, and so for tools).
 * With `contentHash`, as `getContentHash` gave it, throws `conflict` when anything changed since. Throws `invalid`, `plan_required`,
 * `conflict` for a campaign that is no draft, `not_found`.
 */
export async function sendCampaign(
  viewer: Viewer,
  input: { id: string; contentHash?: string | undefined },
): Promise<CampaignView> {
  assertCan(viewer, "campaigns.send");
  if (viewer.via !== "api_key" && viewer.via !== "cli") {
    throw new AppError("forbidden", "in the studio a person confirms a proposal", {
      userMessage: "person_must_confirm",
    });
  }
  const campaign = await readCampaign(viewer, input.id);
  if (campaign.status !== "draft") {
    throw new AppError("conflict", `the campaign is ${campaign.status}`, {
      userMessage: `campaign_is_${campaign.status}`,
    });
  }
  const gathered = await gatherSend(viewer, campaign);
  if (input.contentHash !== undefined && input.contentHash !== gathered.contentHash) throw changedSince();
  assertSendable(await checkGathered(viewer, gathered));
  await transaction((tx) => confirmSend(tx, viewer, campaign.id, gathered));
  publishAfterCommit(campaignTopic(viewer.workspaceId, campaign.id));
  return getCampaign(viewer, campaign.id);
}

/** The hash of what a draft would send now: what `sendCampaign` compares. Throws `not_found`. */
export async function getContentHash(viewer: Viewer, id: string): Promise<string> {
  assertCan(viewer, "campaigns.read");
  return (await gatherSend(viewer, await readCampaign(viewer, id))).contentHash;
}
