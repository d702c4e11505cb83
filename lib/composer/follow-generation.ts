import { assertCan } from "@/lib/accounts/permissions";
import type { Viewer } from "@/lib/accounts/viewer";
import { AppError } from "@/lib/platform/errors";
import { subscribe } from "@/lib/realtime/subscribe";
import { settleStaleGeneration } from "./internal/settle-stale-generation";
import { type LoggedPart, readStream, streamTopic } from "./internal/stream-log";

/** Where notifications do not come through (a pooler without a direct address), and to notice a dead worker. */
const pollMs = 500;

export type FollowedEvent =
  | { type: "parts"; parts: LoggedPart[] }
  | { type: "end"; status: "completed" | "stopped" | "failed"; fault: string | null };

/**
 * Every part of an answer after the given sequence number, each once and in order, as they are written by whichever process; then its end.
 * Any number of readers may follow, from any process, before, while and for a while after it is made. Throws `not_found`.
 */
export async function* followGeneration(
  viewer: Viewer,
  input: { generationId: string; after: number; signal?: AbortSignal },
): AsyncGenerator<FollowedEvent> {
  assertCan(viewer, "chat.use");
  const { generationId } = input;
  const bell = openBell(generationId, input.signal);
  let after = input.after;
  try {
    for (let isFirst = true; !input.signal?.aborted; isFirst = false) {
      // Of one moment: an ending that was read has no parts after it.
      const state = await readStream(viewer.workspaceId, generationId, after);
      if (!state && isFirst) throw new AppError("not_found", `no generation ${generationId}`);
      if (!state) return;
      const { parts, status, fault } = state;
      const last = parts.at(-1);
      if (last) {
        after = last.sequence;
        yield { type: "parts", parts };
        continue;
      }
      if (status !== "queued" && status !== "running") {
        yield { type: "end", status, fault };
        return;
      }
      if ((await bell.ring(pollMs)) === "silence")
        await settleStaleGeneration(viewer.workspaceId, state.threadId);
    }
  } finally {
    bell.close();
  }
}

/** Rings for each notification; one that comes between two waits is not lost. */
function openBell(generationId: string, signal?: AbortSignal) {
  let hasRung = false;
  let wake: ((why: "rung" | "silence") => void) | undefined;
  const ringIt = () => {
    hasRung = true;
    wake?.("rung");
  };
  const stop = subscribe([streamTopic(generationId)], ringIt);
  signal?.addEventListener("abort", ringIt);
  return {
    ring: async (atMostMs: number): Promise<"rung" | "silence"> => {
      let timer: NodeJS.Timeout | undefined;
      const why = hasRung
        ? "rung"
        : await new Promise<"rung" | "silence">((resolve) => {
            wake = resolve;
            timer = setTimeout(() => resolve("silence"), atMostMs);
          });
      clearTimeout(timer);
      wake = undefined;
      hasRung = false;
      return why;
    },
    close: () => {
      stop();
      signal?.removeEventListener("abort", ringIt);
    },
  };
}
