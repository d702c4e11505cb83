import { z } from "zod";
import { listCampaignRecipients } from "@/lib/campaigns/list-campaign-recipients";
import { route } from "@/lib/entry/route";
import { publicId } from "@/lib/platform/ids";
import { campaignParams } from "../../campaign-resource";

export const GET = route(
  {
    auth: "apiKey",
    scope: "campaigns.read",

    params: campaignParams,
    query: z.object({
      state: z
        .enum(["queued", "claimed", "handed", "accepted", "rejected", "unknown", "excluded"])
        .optional(),
      search: z.string().max(200).optional(),
      cursor: z.string().max(300).optional(),
      limit: z.coerce.number().int().min(1).max(200).optional(),
    }),
  },
  async ({ viewer, params, query }) => {
    const { data, nextCursor } = await listCampaignRecipients(viewer, { campaignId: params.id, ...query });
    return Response.json({
      data: data.map(({ id, contactId, ...recipient }) => ({
        id: publicId("recipient", id),
        contactId: contactId ? publicId("contact", contactId) : null,
        ...recipient,
      })),
      nextCursor,
    });
  },
);
