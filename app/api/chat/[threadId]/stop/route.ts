import { threadIdInput } from "@/lib/composer/composer-schema";
import { stopGeneration } from "@/lib/composer/stop-generation";
import { route } from "@/lib/entry/route";

export const POST = route(
  { auth: "session", can: "chat.use", params: threadIdInput },
  async ({ viewer, params }) => Response.json(await stopGeneration(viewer, params.threadId)),
);
