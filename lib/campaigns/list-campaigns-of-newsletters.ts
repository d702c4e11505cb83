import { assertCan } from "@/lib/accounts/permissions";
import type { Viewer } from "@/lib/accounts/viewer";
import { db } from "@/lib/platform/db";
import type { CampaignView } from "./campaign-schema";

export type CampaignOfNewsletter = Pick<CampaignView, "id" | "name" | "status" | "updatedAt"> & {
  newsletterId: string;
};

/** The campaigns that were made of these newsletters, newest first; at most 200 in all. */
export async function listCampaignsOfNewsletters(
  viewer: Viewer,
  newsletterIds: readonly string[],
): Promise<CampaignOfNewsletter[]> {
  assertCan(viewer, "campaigns.read");
  if (newsletterIds.length === 0) return [];
  return db().campaign.findMany({
    where: { workspaceId: viewer.workspaceId, newsletterId: { in: [...newsletterIds] } },
    select: { id: true, newsletterId: true, name: true, status: true, updatedAt: true },
    orderBy: { id: "desc" },
    take: 200,
  });
}
