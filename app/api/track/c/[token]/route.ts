import { z } from "zod";
import { route } from "@/lib/entry/route";
import { AppError } from "@/lib/platform/errors";
import { followLink } from "@/lib/sending/signals/record-hit";

const params = z.object({ token: z.string().max(200) });

/** A link of a newsletter: counted, then on to the address that was stored when it was sent. HEAD comes here too. */
export const GET = route({ auth: "public", params }, async ({ params: { token }, request }) => {
  const userAgent = request.headers.get("user-agent");
  const location = await followLink({ token, method: request.method, userAgent });
  if (!location) throw new AppError("not_found", "not a link of ours");
  return new Response(null, {
    status: 302,
    headers: { location, "cache-control": "no-store", "referrer-policy": "no-referrer" },
  });
});
