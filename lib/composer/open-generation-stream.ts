import type { Viewer } from "@/lib/accounts/viewer";
import { log } from "@/lib/platform/log";
import { type FollowedEvent, followGeneration } from "./follow-generation";

/** Below the minute after which proxies drop a silent connection. */
const heartbeatMs = 15_000;

/**
 * An answer as server-sent events (WHATWG HTML): `data` is a list of the AI SDK's UI message chunks, `id` the last one's sequence number, so
 * that a browser that reconnects by itself names where it stopped; `end` closes with how it went. Throws `not_found` before it opens.
 */
export async function openGenerationStream(
  viewer: Viewer,
  input: { generationId: string; after: number; signal: AbortSignal },
): Promise<Response> {
  const events = followGeneration(viewer, input);
  const first = await events.next();
  const encoder = new TextEncoder();
  let heartbeat: NodeJS.Timeout | undefined;
  const body = new ReadableStream<Uint8Array>({
    async start(controller) {
      const send = (text: string) => controller.enqueue(encoder.encode(text));
      heartbeat = setInterval(() => send(": still here\n\n"), heartbeatMs);
      try {
        for (let step = first; !step.done; step = await events.next()) send(eventText(step.value));
      } catch (error) {
        log.warn("answer stream broke", { generationId: input.generationId, error: String(error) });
      } finally {
        clearInterval(heartbeat);
        if (!input.signal.aborted) controller.close();
      }
    },
    cancel() {
      clearInterval(heartbeat);
      void events.return(undefined);
    },
  });
  return new Response(body, {
    headers: {
      "content-type": "text/event-stream; charset=utf-8",
      "cache-control": "no-cache, no-transform",
      "x-accel-buffering": "no",
    },
  });
}

function eventText(event: FollowedEvent): string {
  if (event.type === "end") {
    return `event: end\ndata: ${JSON.stringify({ status: event.status, fault: event.fault })}\n\n`;
  }
  const last = event.parts.at(-1)?.sequence ?? 0;
  return `id: ${last}\ndata: ${JSON.stringify(event.parts.map(({ part }) => part))}\n\n`;
}
