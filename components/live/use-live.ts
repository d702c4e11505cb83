"use client";

import { useEffect, useRef, useSyncExternalStore } from "react";
import { type LiveState, listenLive, listenLiveState, liveState } from "./live-channel";

/**
 * Calls `onChange` after any of the topics changed (`…:*` covers all that begin alike), when something may have been missed, and every few seconds while
 * there is no stream; at most once in `everyMs`, and not while the tab is hidden: then once when it is seen again.
 */
export function useLive(
  topics: readonly string[],
  onChange: () => void | Promise<void>,
  { everyMs = 1_000, isOff = false }: { everyMs?: number; isOff?: boolean } = {},
): void {
  const latest = useRef(onChange);
  useEffect(() => {
    latest.current = onChange;
  });
  const key = topics.join(" ");
  useEffect(() => {
    if (isOff) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let calledAtMs = Number.NEGATIVE_INFINITY;
    let isDue = false;
    const call = () => {
      timer = undefined;
      if (document.hidden) {
        isDue = true;
        return;
      }
      isDue = false;
      calledAtMs = performance.now();
      void latest.current();
    };
    const soon = () => {
      timer ??= setTimeout(call, Math.max(0, calledAtMs + everyMs - performance.now()));
    };
    const seen = () => {
      if (!document.hidden && isDue) soon();
    };
    const wanted = key.split(" ");
    const stop = listenLive((change) => {
      // A topic with a star is the server's own "something may have been missed".
      if (!change || change.topic.endsWith("*") || wanted.some((topic) => covers(topic, change.topic)))
        soon();
    });
    document.addEventListener("visibilitychange", seen);
    return () => {
      stop();
      clearTimeout(timer);
      document.removeEventListener("visibilitychange", seen);
    };
  }, [key, everyMs, isOff]);
}

/** How this browser learns of changes now. */
export function useLiveState(): LiveState {
  return useSyncExternalStore(listenLiveState, liveState, () => "connecting");
}

function covers(subscription: string, topic: string): boolean {
  return subscription.endsWith("*") ? topic.startsWith(subscription.slice(0, -1)) : subscription === topic;
}
