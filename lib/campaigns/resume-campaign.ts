import { assertCan } from "@/lib/accounts/permissions";
import type { Viewer } from "@/lib/accounts/viewer";
import { enqueue } from "@/lib/jobs/enqueue";
import { findDispatch } from "@/lib/sending/find-dispatch";
import { resumeDispatch } from "@/lib/sending/resume-dispatch";
import type { CampaignView } from "./campaign-schema";
import { getCampaign } from "./get-campaign";
import { decide } from "./internal/decide";
import { readCampaign } from "./internal/read-campaign";
import { startCampaignJob } from "./jobs/start-campaign";

/**
 * Goes on where it stopped; nobody is mailed twice. A campaign that was paused before its audience was frozen is prepared anew. Throws `conflict` for one
 * that is not paused, `not_found`.
 */
export async function resumeCampaign(viewer: Viewer, id: string): Promise<CampaignView> {
  assertCan(viewer, "campaigns.send");
  const campaign = await readCampaign(viewer, id);
  const dispatch = await findDispatch(viewer.workspaceId, id);
  if (campaign.status === "sending" && dispatch?.state === "paused") {
    // The engine paused by itself; the row never knew.
    await resumeDispatch(viewer, { campaignId: id });
    return getCampaign(viewer, id);
  }
  return decide(viewer, id, {
    verb: "resume",
    kind: "resumed",
    audit: "campaign.resumed",
    change: { pausedReason: null, status: dispatch ? "sending" : "preparing" },
    also: async (tx) => {
      if (!dispatch) await enqueue(tx, startCampaignJob, { workspaceId: viewer.workspaceId, campaignId: id });
    },
  });
}
