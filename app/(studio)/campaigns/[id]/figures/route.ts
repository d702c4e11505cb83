import { z } from "zod";
import { getCampaign } from "@/lib/campaigns/get-campaign";
import { route } from "@/lib/entry/route";

/** What a page that is open reads again when something changed. */
export const GET = route(
  { auth: "session", can: "campaigns.read", params: z.object({ id: z.string() }) },
  async ({ viewer, params }) => {
    const { status, pausedReason, figures } = await getCampaign(viewer, params.id, {
      isLive: true,
    });
    return Response.json({ status, pausedReason, figures }, { headers: { "cache-control": "no-store" } });
  },
);
