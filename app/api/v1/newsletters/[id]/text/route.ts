import { route } from "@/lib/entry/route";
import { renderForPreview } from "@/lib/newsletters/render-for-preview";
import { newsletterParams } from "../../newsletter-resource";

export const GET = route(
  { auth: "apiKey", scope: "newsletters.read", params: newsletterParams },
  async ({ viewer, params }) => {
    const { text } = await renderForPreview(viewer, params.id);
    return new Response(text, { headers: { "content-type": "text/plain; charset=utf-8" } });
  },
);
