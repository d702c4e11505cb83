import { assertCan } from "@/lib/accounts/permissions";
import type { Viewer } from "@/lib/accounts/viewer";
import { db } from "@/lib/platform/db";
import { type CampaignView, type ListCampaignsInput, listCampaignsInput } from "./campaign-schema";
import { viewCampaign } from "./get-campaign";
import { campaignFields } from "./internal/read-campaign";

export type CampaignPage = { data: CampaignView[]; nextCursor: string | null };

/** The workspace's campaigns, newest first, with their figures; search begins at three characters. */
export async function listCampaigns(viewer: Viewer, input: ListCampaignsInput = {}): Promise<CampaignPage> {
  assertCan(viewer, "campaigns.read");
  const { search, status, cursor, limit } = listCampaignsInput.parse(input);
  const rows = await db().campaign.findMany({
    where: {
      workspaceId: viewer.workspaceId,
      ...(status ? { status: { in: status } } : {}),
      ...(search && search.length >= 3 ? { name: { contains: search, mode: "insensitive" } } : {}),
      ...(cursor ? { id: { lt: cursor } } : {}),
    },
    orderBy: { id: "desc" },
    take: limit + 1,
    select: campaignFields,
  });
  const page = rows.slice(0, limit);
  return {
    data: await Promise.all(page.map(viewCampaign)),
    nextCursor: rows.length > limit ? (page.at(-1)?.id ?? null) : null,
  };
}
