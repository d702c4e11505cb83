import { getCampaign } from "@/lib/campaigns/get-campaign";
import { route } from "@/lib/entry/route";
import { campaignParams, campaignResource, perKey } from "../campaign-resource";

export const GET = route(
  { auth: "apiKey", scope: "campaigns.read", limit: perKey, params: campaignParams },
  async ({ viewer, params }) =>
    Response.json(await campaignResource(viewer, await getCampaign(viewer, params.id))),
);
