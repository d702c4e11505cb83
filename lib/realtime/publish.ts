import { pool } from "@/lib/platform/db";
import { log } from "@/lib/platform/log";
import { type LiveChange, liveChannel, packChanges } from "./live-message";

/** At most ten a second and topic, however often a change is announced. */
const flushIntervalMs = 100;

const pending = new Map<string, LiveChange>();
let timer: NodeJS.Timeout | undefined;
let flushing: Promise<void> = Promise.resolve();
let lastFlushMs = Number.NEGATIVE_INFINITY;

/**
 * Tells everyone who looks at the topic that it changed. Call it after the change is committed, never inside the transaction. It returns at
 * once, is coalesced (the highest `seq` wins) and may be lost with the process: readers also poll or re-read on reconnecting.
 */
export function publishAfterCommit(topic: string, change: { seq?: number } = {}): void {
  const earlier = pending.get(topic)?.seq;
  const seq =
    earlier === undefined || (change.seq !== undefined && change.seq > earlier) ? change.seq : earlier;
  pending.set(topic, seq === undefined ? { topic } : { topic, seq });
  if (timer) return;
  const waitMs = Math.max(0, lastFlushMs + flushIntervalMs - performance.now());
  timer = setTimeout(() => void flushLiveUpdates(), waitMs);
  timer.unref();
}

/** Sends what waits; for a worker that drains, and for tests. */
export function flushLiveUpdates(): Promise<void> {
  clearTimeout(timer);
  timer = undefined;
  if (pending.size === 0) return flushing;
  const changes = [...pending.values()];
  pending.clear();
  lastFlushMs = performance.now();
  flushing = flushing.then(() => notify(changes));
  return flushing;
}

async function notify(changes: LiveChange[]): Promise<void> {
  try {
    await pool().query("SELECT pg_notify($1, payload) FROM unnest($2::text[]) AS payload", [
      liveChannel,
      packChanges(changes),
    ]);
  } catch (error) {
    log.warn("live update not sent", { error: String(error), topics: changes.length });
  }
}
