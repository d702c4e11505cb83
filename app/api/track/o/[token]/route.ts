import { z } from "zod";
import { route } from "@/lib/entry/route";
import { recordOpen } from "@/lib/sending/signals/record-hit";

const params = z.object({ token: z.string().max(200) });

/** One transparent pixel, GIF89a. */
const pixel = Buffer.from("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7", "base64");

/** The picture that tells of an opening; it is shown whether or not anything could be counted. */
export const GET = route({ auth: "public", params }, async ({ params: { token }, request }) => {
  await recordOpen({ token, method: request.method, userAgent: request.headers.get("user-agent") });
  return new Response(new Uint8Array(pixel), {
    headers: {
      "content-type": "image/gif",
      "cache-control": "no-store, private",
      "content-length": String(pixel.length),
    },
  });
});
