import { assertCan } from "@/lib/accounts/permissions";
import type { Viewer } from "@/lib/accounts/viewer";
import { db } from "@/lib/platform/db";
import { AppError } from "@/lib/platform/errors";
import { subscribe } from "@/lib/realtime/subscribe";
import { settleStaleGeneration } from "./internal/settle-stale-generation";
import { type LoggedPart, readParts, streamTopic } from "./internal/stream-log";

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
  const where = { id: input.generationId, workspaceId: viewer.workspaceId };
  const first = await db().generation.findFirst({ where });
  if (!first) throw new AppError("not_found", `no generation ${input.generationId}`);
  const bell = openBell(input.generationId, input.signal);
  let after = input.after;
  try {
    while (!input.signal?.aborted) {
      // The state is read before the parts: parts written after an ending was read cannot exist.
      const state = await db().generation.findFirst({
        where,
        select: { status: true, fault: true, threadId: true },
      });
      if (!state) return;
      const parts = await readParts(input.generationId, after);
      const last = parts.at(-1);
      if (last) {
        after = last.sequence;
        yield { type: "parts", parts };
        continue;
      }
      if (state.status !== "queued" && state.status !== "running") {
        yield { type: "end", status: state.status, fault: state.fault };
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
