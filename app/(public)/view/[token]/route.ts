import { z } from "zod";
import { route } from "@/lib/entry/route";
import { AppError } from "@/lib/platform/errors";
import { renderReceived } from "@/lib/sending/render-received";

const params = z.object({ token: z.string().max(200) });

/** A received newsletter in the browser: no scripts, nothing counted, not for search engines. */
export const GET = route({ auth: "public", params }, async ({ params: { token } }) => {
  const html = await renderReceived(token);
  if (html === null) throw new AppError("not_found", "not a link of ours");
  return new Response(html, {
    headers: {
      "content-type": "text/html; charset=utf-8",
      "content-security-policy":
        "default-src 'none'; img-src http: https: data:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'",
      "x-robots-tag": "noindex, nofollow",
      "referrer-policy": "no-referrer",
      "cache-control": "private, max-age=300",
    },
  });
});
