import { z } from "zod";
import { createCampaign } from "@/lib/campaigns/create-campaign";
import { listCampaigns } from "@/lib/campaigns/list-campaigns";
import { route } from "@/lib/entry/route";
import { idSchema } from "@/lib/platform/ids";
import { audienceBody, campaignResource } from "./campaign-resource";

export const POST = route(
  {
    auth: "apiKey",
    scope: "campaigns.write",

    body: z.object({
      name: z.string().trim().min(1).max(200).optional(),
      newsletterId: idSchema("newsletter"),
      senderId: idSchema("sender").nullish(),
      audience: audienceBody,
    }),
  },
  async ({ viewer, body }) =>
    Response.json(await campaignResource(viewer, await createCampaign(viewer, body)), { status: 201 }),
);

export const GET = route(
  {
    auth: "apiKey",
    scope: "campaigns.read",

    query: z.object({
      search: z.string().max(200).optional(),
      cursor: idSchema("campaign").optional(),
      limit: z.coerce.number().int().min(1).max(200).optional(),
    }),
  },
  async ({ viewer, query }) => {
    const { data, nextCursor } = await listCampaigns(viewer, query);
    return Response.json({
      data: await Promise.all(data.map((campaign) => campaignResource(viewer, campaign))),
      nextCursor,
    });
  },
);
