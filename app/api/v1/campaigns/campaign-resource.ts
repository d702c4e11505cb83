import { z } from "zod";
import type { Viewer } from "@/lib/accounts/viewer";
import type { CampaignView } from "@/lib/campaigns/campaign-schema";
import { getContentHash } from "@/lib/campaigns/send-campaign";
import { AppError, isAppError } from "@/lib/platform/errors";
import { idSchema, plainId, publicId } from "@/lib/platform/ids";

/** What is no campaign's id is not there, like an id of another workspace. */
export const campaignParams = z.object({
  id: z.string().transform((value) => {
    const id = plainId("campaign", value);
    if (!id) throw new AppError("not_found", "no such campaign");
    return id;
  }),
});

export const audienceBody = z.object({
  all: z.literal(true).optional(),
  lists: z.array(idSchema("list")).max(100).optional(),
  segments: z.array(idSchema("segment")).max(100).optional(),
});

export const contentHashBody = z.object({ contentHash: z.string().max(128).optional() });

/** A campaign as REST v1 shows it. A draft's `contentHash` is what a send would compare. */
export async function campaignResource(viewer: Viewer, campaign: CampaignView) {
  return {
    id: publicId("campaign", campaign.id),
    name: campaign.name,
    status: campaign.status,
    ...(campaign.pausedReason ? { pausedReason: campaign.pausedReason } : {}),
    newsletterId: publicId("newsletter", campaign.newsletterId),
    senderId: campaign.senderId ? publicId("sender", campaign.senderId) : null,
    audience: {
      ...(campaign.audience.all ? { all: true } : {}),
      ...(campaign.audience.lists
        ? { lists: campaign.audience.lists.map((id) => publicId("list", id)) }
        : {}),
      ...(campaign.audience.segments
        ? { segments: campaign.audience.segments.map((id) => publicId("segment", id)) }
        : {}),
    },
    subject: campaign.subject,
    contentHash: campaign.contentHash ?? (await draftHash(viewer, campaign)),
    scheduledFor: campaign.scheduledFor,
    timeZone: campaign.timeZone,
    startedAt: campaign.startedAt,
    finishedAt: campaign.finishedAt,
    ...(campaign.failure ? { failure: campaign.failure } : {}),
    createdAt: campaign.createdAt,
    figures: campaign.figures,
  };
}

async function draftHash(viewer: Viewer, campaign: CampaignView): Promise<string | null> {
  if (campaign.status !== "draft") return null;
  try {
    return await getContentHash(viewer, campaign.id);
  } catch (error) {
    // The newsletter or a list was removed since: there is nothing that could be sent.
    if (isAppError(error, "not_found")) return null;
    throw error;
  }
}
