import { type Listening, listen } from "./internal/listen";
import type { LiveChange } from "./live-message";
import { covers } from "./topics";

type Subscription = { topics: readonly string[]; listener: (change: LiveChange) => void };
type Hub = { subscriptions: Set<Subscription>; listening?: Listening; closing?: NodeJS.Timeout };

/** The connection outlives its last reader for a moment, so that page after page does not open one each. */
const lingerMs = 10_000;

// A development server reloads modules; readers and their connection outlive a reload.
const holder = globalThis as typeof globalThis & { galleyLiveHub?: Hub };

function hub(): Hub {
  holder.galleyLiveHub ??= { subscriptions: new Set() };
  return holder.galleyLiveHub;
}

/**
 * Calls the listener after every change of the topics (`…:*` covers all that begin alike), at most ten times a second each. It is also called once
 * a topic whenever changes may have been missed: when the connection is first made, and after it was lost. Subscribe first, read then.
 * Returns how to stop.
 */
export function subscribe(topics: readonly string[], listener: (change: LiveChange) => void): () => void {
  const own = hub();
  const subscription = { topics, listener };
  own.subscriptions.add(subscription);
  clearTimeout(own.closing);
  own.listening ??= listen({
    changed: (change) => {
      for (const each of [...own.subscriptions]) {
        if (each.topics.some((topic) => covers(topic, change.topic))) each.listener(change);
      }
    },
    mayHaveMissed: () => {
      for (const each of [...own.subscriptions]) {
        for (const topic of each.topics) each.listener({ topic });
      }
    },
  });
  return () => {
    own.subscriptions.delete(subscription);
    if (own.subscriptions.size > 0) return;
    clearTimeout(own.closing);
    own.closing = setTimeout(() => void stopListening(), lingerMs);
    own.closing.unref();
  };
}

/** Closes the process's listening connection; for shutdown and tests. */
export async function stopListening(): Promise<void> {
  const own = hub();
  const { listening } = own;
  delete own.listening;
  clearTimeout(own.closing);
  await listening?.close();
}
