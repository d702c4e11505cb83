import { z } from "zod";
import { getCampaign } from "@/lib/campaigns/get-campaign";
import { sendTest } from "@/lib/campaigns/send-test";
import { route } from "@/lib/entry/route";
import { emailSchema } from "@/lib/platform/email-address";
import { campaignParams, campaignResource } from "../../campaign-resource";

export const POST = route(
  {
    auth: "apiKey",
    scope: "campaigns.write",

    params: campaignParams,
    /** One address, or up to five. */
    body: z.object({ to: z.union([emailSchema, z.array(emailSchema).min(1).max(5)]) }),
  },
  async ({ viewer, params, body }) => {
    await sendTest(viewer, { campaignId: params.id, to: [body.to].flat() });
    return Response.json(await campaignResource(viewer, await getCampaign(viewer, params.id)));
  },
);
