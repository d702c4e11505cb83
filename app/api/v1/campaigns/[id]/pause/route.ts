import { z } from "zod";
import { pauseCampaign } from "@/lib/campaigns/pause-campaign";
import { route } from "@/lib/entry/route";
import { campaignParams, campaignResource } from "../../campaign-resource";

export const POST = route(
  { auth: "apiKey", scope: "campaigns.send", params: campaignParams, body: z.object({}) },
  async ({ viewer, params }) =>
    Response.json(await campaignResource(viewer, await pauseCampaign(viewer, params.id))),
);
