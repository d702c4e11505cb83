import { assertCan } from "@/lib/accounts/permissions";
import type { Viewer } from "@/lib/accounts/viewer";
import { now } from "@/lib/platform/clock";
import { findDispatch } from "@/lib/sending/find-dispatch";
import type { CampaignView } from "./campaign-schema";
import { decide } from "./internal/decide";

/**
 * Ends the campaign for good. Who was not mailed yet is counted as excluded (`cancelled`); what is at the mail server arrives. Throws `conflict`
 * for a campaign that is over, `not_found`.
 */
export async function cancelCampaign(viewer: Viewer, id: string): Promise<CampaignView> {
  assertCan(viewer, "campaigns.send");
  const dispatch = await findDispatch(viewer.workspaceId, id);
  return decide(viewer, id, {
    verb: "cancel",
    kind: "cancelled",
    audit: "campaign.cancelled",
    change: { pausedReason: null, ...(dispatch ? {} : { finishedAt: now() }) },
  });
}
