import { z } from "zod";
import { route } from "@/lib/entry/route";
import { AppError } from "@/lib/platform/errors";
import { linkAddress } from "@/lib/platform/links";
import { changeChoices } from "@/lib/sending/signals/change-choices";

const params = z.object({ token: z.string().max(200) });

/** One-click unsubscribe (RFC 8058): posted by mail programs, without cookie and without redirect. */
export const POST = route({ auth: "public", params }, async ({ params: { token }, request }) => {
  const ip = request.headers.get("x-forwarded-for")?.split(",")[0]?.trim() ?? null;
  if (!(await changeChoices(token, { all: true }, ip))) throw new AppError("not_found", "not a link of ours");
  return new Response("Unsubscribed.\n", { headers: { "content-type": "text/plain; charset=utf-8" } });
});

/** A person who opened the address is shown the page; looking changes nothing. */
export const GET = route({ auth: "public", params }, async ({ params: { token } }) => {
  return new Response(null, {
    status: 303,
    headers: { location: linkAddress.unsubscribe(encodeURIComponent(token)) },
  });
});
