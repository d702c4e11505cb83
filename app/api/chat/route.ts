import { z } from "zod";
import { startTurnInput } from "@/lib/composer/composer-schema";
import { createThread } from "@/lib/composer/create-thread";
import { listThreads } from "@/lib/composer/get-thread";
import { startTurn } from "@/lib/composer/start-turn";
import { route } from "@/lib/entry/route";

/** The threads there are, newest first. */
export const GET = route({ auth: "session", can: "chat.use" }, async ({ viewer }) =>
  Response.json({ threads: await listThreads(viewer) }),
);

/** One thing said: 202 with the answer to follow. `isNew` makes the thread first. */
export const POST = route(
  { auth: "session", can: "chat.use", body: startTurnInput.extend({ isNew: z.boolean().optional() }) },
  async ({ viewer, body: { isNew, ...turn } }) => {
    if (isNew) await createThread(viewer, { id: turn.threadId });
    return Response.json({ generation: await startTurn(viewer, turn) }, { status: 202 });
  },
);
