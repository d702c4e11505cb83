import { z } from "zod";
import { cancelCampaign } from "@/lib/campaigns/cancel-campaign";
import { route } from "@/lib/entry/route";
import { campaignParams, campaignResource } from "../../campaign-resource";

export const POST = route(
  { auth: "apiKey", scope: "campaigns.send", params: campaignParams, body: z.object({}) },
  async ({ viewer, params }) =>
    Response.json(await campaignResource(viewer, await cancelCampaign(viewer, params.id))),
);
