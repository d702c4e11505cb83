import { z } from "zod";
import { mailResponse, schemeQuery } from "@/app/(studio)/newsletters/mail-response";
import { route } from "@/lib/entry/route";
import { renderDocumentForPreview } from "@/lib/newsletters/render-for-preview";
import { getTemplate } from "@/lib/templates/get-template";

/** A template as it would arrive, for the frame of its preview. */
export const GET = route(
  {
    auth: "session",
    can: "newsletters.read",
    params: z.object({ slug: z.string().max(60) }),
    query: schemeQuery,
  },
  async ({ viewer, params, query }) => {
    const { document } = getTemplate(params.slug, viewer.locale);
    const { html } = await renderDocumentForPreview(viewer, document);
    return mailResponse(html, query.scheme);
  },
);
