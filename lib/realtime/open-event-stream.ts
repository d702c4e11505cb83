import { log } from "@/lib/platform/log";

/** Below the minute after which proxies drop a silent connection. */
const heartbeatMs = 20_000;
/** A stream is made anew now and then: whoever is no longer signed in does not come back. */
const longestLifeMs = 15 * 60_000;

export type EventStream = {
  /** Keyed events replace an unsent earlier one with the same key, so that a slow reader costs no memory. */
  send: (event: { name: string; data: unknown; key?: string }) => void;
  close: () => void;
};

export type EventStreamOptions = {
  /** The request's: aborted when the reader leaves. */
  signal: AbortSignal;
  /** Asked at every heartbeat; false ends the stream. */
  isStillAllowed?: () => Promise<boolean>;
  heartbeatMs?: number;
  /** Called once; returns what to undo when the stream ends. */
  start: (stream: EventStream) => () => void;
};

/** A `text/event-stream` answer (WHATWG HTML, server-sent events) that no proxy should buffer or compress. */
export function openEventStream(options: EventStreamOptions): Response {
  const out = slowReaderBuffer();
  let ended = false;
  let stop = () => {};

  const end = () => {
    if (ended) return;
    ended = true;
    clearInterval(heartbeat);
    clearTimeout(oldAge);
    options.signal.removeEventListener("abort", end);
    stop();
    out.close();
  };
  const heartbeat = setInterval(() => {
    out.write("heartbeat", ": still here\n\n");
    options.isStillAllowed?.().then(
      (allowed) => allowed || end(),
      (error) => log.warn("event stream could not ask who reads", { error: String(error) }),
    );
  }, options.heartbeatMs ?? heartbeatMs);
  const oldAge = setTimeout(end, longestLifeMs);
  options.signal.addEventListener("abort", end);

  let unnamed = 0;
  const body = out.open(end);
  out.write("open", "retry: 2000\n: open\n\n");
  stop = options.start({
    send: ({ name, data, key }) => {
      unnamed += 1;
      out.write(key ?? `#${unnamed}`, `event: ${name}\ndata: ${JSON.stringify(data)}\n\n`);
    },
    close: end,
  });
  if (ended) stop();
  if (options.signal.aborted) end();
  return new Response(body, {
    headers: {
      "content-type": "text/event-stream; charset=utf-8",
      "cache-control": "no-cache, no-transform",
      "x-accel-buffering": "no",
    },
  });
}

/** Holds what a slow reader has not taken, one text a key, and hands it on as there is room. */
function slowReaderBuffer() {
  const encoder = new TextEncoder();
  const unsent = new Map<string, string>();
  let controller: ReadableStreamDefaultController<Uint8Array> | undefined;

  const flush = (room: (size: number) => boolean = (size) => size > 0) => {
    for (const [key, text] of unsent) {
      if (!controller || !room(controller.desiredSize ?? 0)) return;
      unsent.delete(key);
      controller.enqueue(encoder.encode(text));
    }
  };
  return {
    open: (onLeave: () => void) =>
      new ReadableStream<Uint8Array>(
        {
          start: (opened) => {
            controller = opened;
          },
          pull: () => flush(),
          cancel: () => {
            controller = undefined;
            onLeave();
          },
        },
        { highWaterMark: 16 },
      ),
    write: (key: string, text: string) => {
      unsent.set(key, text);
      flush();
    },
    close: () => {
      flush(() => true);
      controller?.close();
      controller = undefined;
    },
  };
}
