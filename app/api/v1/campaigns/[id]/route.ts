import { getCampaign } from "@/lib/campaigns/get-campaign";
import { route } from "@/lib/entry/route";
import { campaignParams, campaignResource } from "../campaign-resource";

export const GET = route(
  { auth: "apiKey", scope: "campaigns.read", params: campaignParams },
  async ({ viewer, params }) =>
    Response.json(await campaignResource(viewer, await getCampaign(viewer, params.id))),
);
