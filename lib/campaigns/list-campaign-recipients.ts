import { assertCan } from "@/lib/accounts/permissions";
import type { Viewer } from "@/lib/accounts/viewer";
import { listRecipients } from "@/lib/sending/list-recipients";
import { readCampaign } from "./internal/read-campaign";

export type RecipientQuery = Parameters<typeof listRecipients>[1];
export type RecipientPage = Awaited<ReturnType<typeof listRecipients>>;

/** Whom the campaign was frozen for, and what became of each; empty before it starts. Throws `not_found`. */
export async function listCampaignRecipients(viewer: Viewer, query: RecipientQuery): Promise<RecipientPage> {
  assertCan(viewer, "campaigns.read");
  const campaign = await readCampaign(viewer, query.campaignId);
  if (!campaign.confirmedAt) return { data: [], nextCursor: null };
  return listRecipients(viewer, query);
}
