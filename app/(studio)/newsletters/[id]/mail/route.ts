import { z } from "zod";
import { route } from "@/lib/entry/route";
import { renderForPreview } from "@/lib/newsletters/render-for-preview";
import { mailResponse, schemeQuery } from "../../mail-response";

/** The newsletter as it would arrive, for the frame of its preview; with `version`, as it was then. */
export const GET = route(
  {
    auth: "session",
    can: "newsletters.read",
    params: z.object({ id: z.uuid() }),
    query: schemeQuery.extend({ version: z.coerce.number().int().min(1).optional() }),
  },
  async ({ viewer, params, query: { scheme, version } }) => {
    const { html } = await renderForPreview(viewer, params.id, version === undefined ? {} : { version });
    return mailResponse(html, scheme);
  },
);
