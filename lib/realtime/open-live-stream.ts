import { AppError } from "@/lib/platform/errors";
import { openEventStream } from "./open-event-stream";
import { subscribe } from "./subscribe";
import { isTopicOf, workspaceTopics } from "./topics";

type Reader = { workspaceId: string; userId: string | null };

/**
 * The event stream of one browser: `change` for each change of its topics, by default all of the viewer's workspace. Ends within a heartbeat of
 * the session. A topic of another workspace is `not_found`.
 */
export function openLiveStream(
  viewer: Reader,
  options: {
    topics?: string[] | undefined;
    signal: AbortSignal;
    /** Who the request's session belongs to by now. */
    findViewer: () => Promise<Reader | null>;
    heartbeatMs?: number;
  },
): Response {
  const topics = options.topics ?? [workspaceTopics(viewer.workspaceId)];
  if (topics.length > 50 || !topics.every((topic) => isTopicOf(viewer.workspaceId, topic))) {
    throw new AppError("not_found", "a topic outside the viewer's workspace");
  }
  return openEventStream({
    signal: options.signal,
    ...(options.heartbeatMs === undefined ? {} : { heartbeatMs: options.heartbeatMs }),
    isStillAllowed: async () => {
      const found = await options.findViewer();
      return found?.userId === viewer.userId && found.workspaceId === viewer.workspaceId;
    },
    start: (stream) => {
      const stop = subscribe(topics, (change) =>
        stream.send({ name: "change", data: change, key: change.topic }),
      );
      stream.send({ name: "ready", data: { workspaceId: viewer.workspaceId } });
      return stop;
    },
  });
}
