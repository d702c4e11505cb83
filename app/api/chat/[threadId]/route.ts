import { threadIdInput } from "@/lib/composer/composer-schema";
import { getThread } from "@/lib/composer/get-thread";
import { route } from "@/lib/entry/route";

export const GET = route(
  { auth: "session", can: "chat.use", params: threadIdInput },
  async ({ viewer, params }) => Response.json({ thread: await getThread(viewer, params.threadId) }),
);
