import type { CampaignOfNewsletter } from "@/lib/campaigns/list-campaigns-of-newsletters";

type Status = CampaignOfNewsletter["status"];

/** What is moving comes first, then what went out; a newsletter that nobody sends is a draft. */
const telling: readonly Status[] = ["sending", "preparing", "paused", "scheduled", "sent"];

/** Where a newsletter stands, told by the campaigns that were made of it. */
export function newsletterState(campaigns: readonly CampaignOfNewsletter[]): Status {
  return telling.find((status) => campaigns.some((campaign) => campaign.status === status)) ?? "draft";
}
