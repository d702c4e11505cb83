import { openFiguresStream } from "@/lib/campaigns/open-figures-stream";
import { route } from "@/lib/entry/route";
import { campaignParams } from "../../campaign-resource";

export const dynamic = "force-dynamic";

export const GET = route(
  { auth: "apiKey", scope: "campaigns.read", params: campaignParams },
  ({ viewer, params, request }) => openFiguresStream(viewer, params.id, request.signal),
);
