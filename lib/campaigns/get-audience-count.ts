import { assertCan } from "@/lib/accounts/permissions";
import type { Viewer } from "@/lib/accounts/viewer";
import { type AudienceCount, audienceSchema } from "./campaign-schema";
import { countChosen } from "./internal/gather-send";
import { readCampaign } from "./internal/read-campaign";
import { readingViewer } from "./internal/reading-viewer";

/** How many the chosen audience reaches now and who is left out; null when a list of it was removed. Throws `not_found`. */
export async function getAudienceCount(viewer: Viewer, campaignId: string): Promise<AudienceCount | null> {
  assertCan(viewer, "campaigns.read");
  const campaign = await readCampaign(viewer, campaignId);
  return countChosen(readingViewer(viewer), audienceSchema.parse(campaign.audience));
}
