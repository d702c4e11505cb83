"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { useLive } from "@/components/live/use-live";
import type { PaperView } from "@/lib/composer/get-paper";
import type { ComposerMessage } from "@/lib/composer/tools/registry";
import { applyOperations, type Operation } from "@/lib/content/operations";
import { chatClient } from "./chat-client";

type Saved =
  | { ok: true; data: { version: number; document: PaperView["document"] } }
  | { ok: false; code: string; message: string };

export type Paper = {
  paper: PaperView | null;
  saveState: "saved" | "saving" | "unsaved";
  /** Blocks that the composer just wrote. */
  settling: ReadonlySet<string>;
  /** Shows the change at once and saves it; changes are saved one after the other. */
  change: (operations: Operation[]) => void;
  put: (paper: PaperView) => void;
  /** A change of ours that met somebody else's. */
  conflict: { operations: Operation[]; message: string } | null;
  useMine: () => void;
  dismissConflict: () => void;
};

type PaperOptions = {
  workspaceId: string;
  threadId: string;
  /** Nothing to look at yet on the server. */
  isNew: boolean;
  initial: PaperView | null;
  messages: readonly ComposerMessage[];
  save: (input: { threadId: string; version: number; operations: Operation[] }) => Promise<Saved>;
};

/** The newsletter beside the conversation: it follows what tools do, and takes a person's changes by hand. */
export function usePaper({ workspaceId, threadId, isNew, initial, messages, save }: PaperOptions): Paper {
  const [paper, setPaper] = useState(initial);
  const [saveState, setSaveState] = useState<Paper["saveState"]>("saved");
  const [conflict, setConflict] = useState<Paper["conflict"]>(null);
  const [settling, setSettling] = useState<ReadonlySet<string>>(new Set());
  const newest = useRef(initial);
  const queue = useRef<Promise<void>>(Promise.resolve());
  const pending = useRef(0);

  const put = useCallback((next: PaperView | null) => {
    newest.current = next;
    setPaper(next);
  }, []);

  const fetching = useRef(false);
  const refresh = useCallback(async () => {
    if (fetching.current || pending.current > 0) return;
    fetching.current = true;
    try {
      const { paper: fresh } = await chatClient.paper(threadId);
      if (pending.current === 0 && (fresh === null || fresh.version >= (newest.current?.version ?? 0)))
        put(fresh);
    } catch {
      // The next change tries again; what is shown stays.
    } finally {
      fetching.current = false;
    }
  }, [threadId, put]);

  useLive([`ws:${workspaceId}:thread:${threadId}`], refresh, { everyMs: 1_000, isOff: isNew });

  const told = useRef<number | null>(null);
  const { version: wanted, changed } = newestByTools(messages);
  // The first look is history: only what comes afterwards settles.
  useEffect(() => {
    if (told.current === null) told.current = newest.current?.version ?? 0;
    if (wanted <= (newest.current?.version ?? 0)) return;
    let isOver = false;
    const chase = async () => {
      while (!isOver && wanted > (newest.current?.version ?? 0)) {
        await refresh();
        if (wanted > (newest.current?.version ?? 0)) await new Promise((resolve) => setTimeout(resolve, 120));
      }
    };
    setSettling(new Set(changed.split(" ").filter(Boolean)));
    void chase();
    return () => {
      isOver = true;
    };
  }, [wanted, changed, refresh]);

  const send = useCallback(
    (operations: Operation[]) => {
      pending.current += 1;
      setSaveState("saving");
      queue.current = queue.current.then(async () => {
        const base = newest.current;
        if (!base) return;
        const saved = await save({ threadId, version: base.version, operations }).catch(() => null);
        pending.current -= 1;
        if (saved?.ok) {
          if (pending.current === 0) put({ ...base, ...saved.data });
          else newest.current = { ...base, version: saved.data.version };
          setSaveState(pending.current === 0 ? "saved" : "saving");
          return;
        }
        setSaveState("unsaved");
        setConflict({ operations, message: saved?.message ?? "" });
        await refresh();
      });
    },
    [threadId, save, put, refresh],
  );

  const change = useCallback(
    (operations: Operation[]) => {
      setPaper((now) => {
        if (!now) return now;
        try {
          return { ...now, document: applyOperations(now.document, operations).document };
        } catch {
          return now;
        }
      });
      send(operations);
    },
    [send],
  );

  return {
    paper,
    saveState,
    settling,
    change,
    put,
    conflict,
    useMine: () => {
      if (!conflict) return;
      setConflict(null);
      change(conflict.operations);
    },
    dismissConflict: () => {
      setConflict(null);
      setSaveState("saved");
    },
  };
}

/** The newest version that a tool made, and the blocks that it touched. */
function newestByTools(messages: readonly ComposerMessage[]): { version: number; changed: string } {
  let version = 0;
  let changed = "";
  for (const part of messages.at(-1)?.parts ?? []) {
    if (!("output" in part) || typeof part.output !== "object" || part.output === null) continue;
    if (
      "version" in part.output &&
      typeof part.output.version === "number" &&
      part.output.version > version
    ) {
      version = part.output.version;
      changed =
        "changed" in part.output && Array.isArray(part.output.changed) ? part.output.changed.join(" ") : "";
    }
  }
  return { version, changed };
}
