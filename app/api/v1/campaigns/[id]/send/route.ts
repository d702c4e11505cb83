import { sendCampaign } from "@/lib/campaigns/send-campaign";
import { route } from "@/lib/entry/route";
import { campaignParams, campaignResource, contentHashBody } from "../../campaign-resource";

export const POST = route(
  { auth: "apiKey", scope: "campaigns.send", params: campaignParams, body: contentHashBody },
  async ({ viewer, params, body }) =>
    Response.json(
      await campaignResource(
        viewer,
        await sendCampaign(viewer, { id: params.id, contentHash: body.contentHash }),
      ),
    ),
);
