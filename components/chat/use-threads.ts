"use client";

import { useCallback, useState } from "react";
import { useLive } from "@/components/live/use-live";
import type { ThreadListItem } from "@/lib/composer/composer-schema";
import { chatClient } from "./chat-client";

/** The list of conversations, kept up to date with what happens in other tabs and on other devices. */
export function useThreads(workspaceId: string, initial: readonly ThreadListItem[]) {
  const [threads, setThreads] = useState(initial);
  const reload = useCallback(async () => {
    try {
      setThreads((await chatClient.threads()).threads);
    } catch {
      // The list as it was is better than none; the next change tries again.
    }
  }, []);
  useLive([`ws:${workspaceId}:thread:*`], reload, { everyMs: 3_000 });
  return { threads, reload };
}
