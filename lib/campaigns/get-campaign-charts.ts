import { assertCan } from "@/lib/accounts/permissions";
import type { Viewer } from "@/lib/accounts/viewer";
import { now } from "@/lib/platform/clock";
import { type LinkFiguresView, listFiguresByHour, listFiguresByLink } from "@/lib/sending/get-figures";
import { type ChartLine, growthOf } from "./chart-rules";
import { readCampaign } from "./internal/read-campaign";

export type CampaignCharts = { growth: ChartLine; links: LinkFiguresView[] };

/** How the campaign's figures grew, and who followed which link, the most followed first. Throws `not_found`. */
export async function getCampaignCharts(viewer: Viewer, campaignId: string): Promise<CampaignCharts> {
  assertCan(viewer, "campaigns.read");
  await readCampaign(viewer, campaignId);
  const [hours, links] = await Promise.all([
    listFiguresByHour(viewer.workspaceId, campaignId),
    listFiguresByLink(viewer.workspaceId, campaignId),
  ]);
  return { growth: growthOf(hours, now()), links: links.sort((a, b) => b.people - a.people) };
}
