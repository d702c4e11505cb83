import { assertCan } from "@/lib/accounts/permissions";
import type { Viewer } from "@/lib/accounts/viewer";
import type { CampaignView } from "./campaign-schema";
import { decide } from "./internal/decide";

/**
 * Stops handing over within seconds; what is already at the mail server arrives. Throws `conflict` for a campaign that is neither preparing nor
 * sending, `not_found`.
 */
export async function pauseCampaign(viewer: Viewer, id: string): Promise<CampaignView> {
  assertCan(viewer, "campaigns.send");
  return decide(viewer, id, {
    verb: "pause",
    kind: "paused",
    audit: "campaign.paused",
    change: { pausedReason: "user" },
    details: { reason: "user" },
  });
}
