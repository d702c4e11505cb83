import { threadIdInput } from "@/lib/composer/composer-schema";
import { retryTurn } from "@/lib/composer/start-turn";
import { route } from "@/lib/entry/route";

export const POST = route(
  { auth: "session", can: "chat.use", params: threadIdInput },
  async ({ viewer, params }) =>
    Response.json({ generation: await retryTurn(viewer, params.threadId) }, { status: 202 }),
);
