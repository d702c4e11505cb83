import { z } from "zod";
import { threadIdInput } from "@/lib/composer/composer-schema";
import { openGenerationStream } from "@/lib/composer/open-generation-stream";
import { route } from "@/lib/entry/route";

export const dynamic = "force-dynamic";

const streamQuery = z.object({ generation: z.uuid(), after: z.coerce.number().int().min(0).default(0) });

/** An answer from a sequence number on; a browser that reconnects names it in Last-Event-ID. */
export const GET = route(
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
