import { AsyncLocalStorage } from "node:async_hooks";
import { z } from "zod";
import { readSessionViewer } from "@/lib/accounts/session-viewer";
import { route } from "@/lib/entry/route";
import { openLiveStream } from "@/lib/realtime/open-live-stream";

export const dynamic = "force-dynamic";

/** Live updates of the signed-in viewer's workspace: `change` events with a topic, and a `ready` one once none can be missed. */
export const GET = route(
  { auth: "session", can: "workspace.read", query: z.object({ topics: z.string().max(4000).optional() }) },
  async ({ viewer, query, request }) => {
    // The heartbeat runs outside the request; the snapshot lets it read the request's cookie again.
    const inRequest = AsyncLocalStorage.snapshot();
    return openLiveStream(viewer, {
      topics: query.topics?.split(","),
      signal: request.signal,
      findViewer: () => inRequest(() => readSessionViewer()),
    });
  },
);
