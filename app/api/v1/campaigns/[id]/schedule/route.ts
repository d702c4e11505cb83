import { z } from "zod";
import { scheduleCampaign } from "@/lib/campaigns/schedule-campaign";
import { route } from "@/lib/entry/route";
import { campaignParams, campaignResource, contentHashBody } from "../../campaign-resource";

export const POST = route(
  {
    auth: "apiKey",
    scope: "campaigns.send",

    params: campaignParams,
    body: contentHashBody.extend({ sendAt: z.string().max(40), timeZone: z.string().max(80) }),
  },
  async ({ viewer, params, body }) =>
    Response.json(await campaignResource(viewer, await scheduleCampaign(viewer, { ...body, id: params.id }))),
);
