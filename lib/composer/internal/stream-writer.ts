import type { UIMessageChunk } from "ai";
import { appendParts } from "./stream-log";

/** Parts that arrive within so many milliseconds are written together; the first after a pause goes at once. */
const gatherMs = 20;
/** What shows nothing by itself does not go alone: it waits for the words that it announces. */
const announcements = new Set<UIMessageChunk["type"]>(["start", "start-step", "text-start"]);

export type StreamWriter = {
  write: (part: UIMessageChunk) => void;
  /** Writes what waits; throws when a write failed. */
  close: () => Promise<void>;
};

/**
 * Gathers an answer's parts and appends them to the stream log in order, one write at a time. `onLost` is called once when the answer is
 * no longer ours or a person wants it to end.
 */
export function openStreamWriter(generationId: string, onLost: () => void): StreamWriter {
  let waiting: UIMessageChunk[] = [];
  let nextSequence = 1;
  let timer: NodeJS.Timeout | undefined;
  let writing: Promise<void> = Promise.resolve();
  let lastWriteMs = Number.NEGATIVE_INFINITY;
  let isLost = false;

  const flush = () => {
    clearTimeout(timer);
    timer = undefined;
    lastWriteMs = performance.now();
    writing = writing.then(async () => {
      if (waiting.length === 0 || isLost) return;
      const parts = joinDeltas(waiting);
      waiting = [];
      const { isOurs, isStopWished } = await appendParts(generationId, nextSequence, parts);
      nextSequence += parts.length;
      if (isOurs && !isStopWished) return;
      isLost = !isOurs;
      onLost();
    });
    writing.catch(onLost);
  };

  return {
    write: (part) => {
      waiting.push(part);
      if (timer || announcements.has(part.type)) return;
      const waitMs = Math.max(0, lastWriteMs + gatherMs - performance.now());
      if (waitMs === 0) flush();
      else timer = setTimeout(flush, waitMs);
    },
    close: async () => {
      flush();
      await writing;
    },
  };
}

/** Neighbouring deltas of one text are one part in the log: fewer rows, the same words. */
function joinDeltas(parts: readonly UIMessageChunk[]): UIMessageChunk[] {
  const joined: UIMessageChunk[] = [];
  for (const part of parts) {
    const last = joined.at(-1);
    if (part.type === "text-delta" && last?.type === "text-delta" && last.id === part.id) {
      joined[joined.length - 1] = { ...last, delta: last.delta + part.delta };
    } else if (
      part.type === "tool-input-delta" &&
      last?.type === "tool-input-delta" &&
      last.toolCallId === part.toolCallId
    ) {
      joined[joined.length - 1] = { ...last, inputTextDelta: last.inputTextDelta + part.inputTextDelta };
    } else {
      joined.push(part);
    }
  }
  return joined;
}
