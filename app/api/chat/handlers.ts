import { z } from "zod";
import { startTurnInput, threadIdInput } from "@/lib/composer/composer-schema";
import { createThread } from "@/lib/composer/create-thread";
import { getPaper } from "@/lib/composer/get-paper";
import { getThread, listThreads } from "@/lib/composer/get-thread";
import { openGenerationStream } from "@/lib/composer/open-generation-stream";
import { retryTurn, startTurn } from "@/lib/composer/start-turn";
import { stopGeneration } from "@/lib/composer/stop-generation";
import { route } from "@/lib/entry/route";

/*
 * All that the routes of the chat do. They come here by `import()` behind the switch `chat`, so that a build without it
 * holds none of this.
 */

/** The threads there are, newest first. */
export const listAllThreads = route({ auth: "session", can: "chat.use" }, async ({ viewer }) =>
  Response.json({ threads: await listThreads(viewer) }),
);

/** One thing said: 202 with the answer to follow. `isNew` makes the thread first. */
export const say = route(
  { auth: "session", can: "chat.use", body: startTurnInput.extend({ isNew: z.boolean().optional() }) },
  async ({ viewer, body: { isNew, ...turn } }) => {
    if (isNew) await createThread(viewer, { id: turn.threadId });
    return Response.json({ generation: await startTurn(viewer, turn) }, { status: 202 });
  },
);

export const readThread = route(
  { auth: "session", can: "chat.use", params: threadIdInput },
  async ({ viewer, params }) => Response.json({ thread: await getThread(viewer, params.threadId) }),
);

/** The newsletter that the thread is about, as it is now; null while there is none. */
export const readPaper = route(
  { auth: "session", can: "chat.use", params: threadIdInput },
  async ({ viewer, params }) => Response.json({ paper: await getPaper(viewer, params.threadId) }),
);

export const retry = route(
  { auth: "session", can: "chat.use", params: threadIdInput },
  async ({ viewer, params }) =>
    Response.json({ generation: await retryTurn(viewer, params.threadId) }, { status: 202 }),
);

export const stop = route(
  { auth: "session", can: "chat.use", params: threadIdInput },
  async ({ viewer, params }) => Response.json(await stopGeneration(viewer, params.threadId)),
);

const streamQuery = z.object({ generation: z.uuid(), after: z.coerce.number().int().min(0).default(0) });

/** An answer from a sequence number on; a browser that reconnects names it in Last-Event-ID. */
export const followAnswer = route(
  { auth: "session", can: "chat.use", params: threadIdInput, query: streamQuery },
  async ({ viewer, query, request }) => {
    const seen = Number(request.headers.get("last-event-id") ?? query.after);
    return openGenerationStream(viewer, {
      generationId: query.generation,
      after: Number.isSafeInteger(seen) && seen > query.after ? seen : query.after,
      signal: request.signal,
    });
  },
);
