import { assertCan } from "@/lib/accounts/permissions";
import type { Viewer } from "@/lib/accounts/viewer";
import { recordAudit } from "@/lib/audit/record-audit";
import { assertFeature } from "@/lib/entitlements/entitlements";
import { getNewsletter } from "@/lib/newsletters/get-newsletter";
import { transaction } from "@/lib/platform/db";
import { type CampaignView, type CreateCampaignInput, createCampaignInput } from "./campaign-schema";
import { noFigures } from "./get-campaign-figures";
import { assertOwnParts } from "./internal/assert-own-parts";
import { campaignFields, toCampaignView } from "./internal/read-campaign";
import { readingViewer } from "./internal/reading-viewer";
import { recordActivity } from "./internal/record-activity";

/**
 * Makes a draft of a newsletter for an audience. Throws `plan_required` where campaigns are locked, `not_found` when the newsletter, the Sender or
 * a list is not the workspace's.
 */
export async function createCampaign(viewer: Viewer, input: CreateCampaignInput): Promise<CampaignView> {
  assertCan(viewer, "campaigns.write");
  const { name, newsletterId, senderId, audience } = createCampaignInput.parse(input);
  await assertFeature(viewer.workspaceId, "campaigns");
  const newsletter = await getNewsletter(readingViewer(viewer), newsletterId);
  await assertOwnParts(viewer, { senderId, audience });
  return transaction(async (tx) => {
    const row = await tx.campaign.create({
      data: {
        workspaceId: viewer.workspaceId,
        name: name ?? newsletter.title,
        newsletterId,
        senderId: senderId ?? null,
        audience,
        createdById: viewer.userId,
      },
      select: campaignFields,
    });
    await recordActivity(tx, viewer, { campaignId: row.id, kind: "created" });
    await recordAudit(tx, {
      viewer,
      action: "campaign.created",
      resourceType: "campaign",
      resourceId: row.id,
    });
    return toCampaignView(row, noFigures);
  });
}
