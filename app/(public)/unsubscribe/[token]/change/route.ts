import { z } from "zod";
import { route } from "@/lib/entry/route";
import { linkAddress } from "@/lib/platform/links";
import { changeChoices } from "@/lib/sending/signals/change-choices";

const params = z.object({ token: z.string().max(200) });

/** The page's form, which works without JavaScript: one list's button, or the one for all. Back to the page either way. */
export const POST = route({ auth: "public", params }, async ({ params: { token }, request }) => {
  const list = z.uuid().safeParse((await request.formData().catch(() => new FormData())).get("list"));
  const ip = request.headers.get("x-forwarded-for")?.split(",")[0]?.trim() ?? null;
  const isKnown = await changeChoices(token, list.success ? { listId: list.data } : { all: true }, ip);
  const done = isKnown ? `?done=${list.success ? "list" : "all"}` : "";
  return new Response(null, {
    status: 303,
    headers: { location: linkAddress.unsubscribe(encodeURIComponent(token)) + done },
  });
});
