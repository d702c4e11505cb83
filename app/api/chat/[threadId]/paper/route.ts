import { threadIdInput } from "@/lib/composer/composer-schema";
import { getPaper } from "@/lib/composer/get-paper";
import { route } from "@/lib/entry/route";

/** The newsletter that the thread is about, as it is now; null while there is none. */
export const GET = route(
  { auth: "session", can: "chat.use", params: threadIdInput },
  async ({ viewer, params }) => Response.json({ paper: await getPaper(viewer, params.threadId) }),
);
