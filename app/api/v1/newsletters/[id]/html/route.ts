import { route } from "@/lib/entry/route";
import { renderForPreview } from "@/lib/newsletters/render-for-preview";
import { newsletterParams } from "../../newsletter-resource";

export const GET = route(
  { auth: "apiKey", scope: "newsletters.read", params: newsletterParams },
  async ({ viewer, params }) => {
    const { html } = await renderForPreview(viewer, params.id);
    return new Response(html, {
      headers: {
        "content-type": "text/html; charset=utf-8",
        // People's own words under our own address: nothing in them may run.
        "content-security-policy": "sandbox; default-src 'none'; img-src *; style-src 'unsafe-inline'",
      },
    });
  },
);
