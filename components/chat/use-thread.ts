"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { useLive } from "@/components/live/use-live";
import type { GenerationView, ThreadView } from "@/lib/composer/composer-schema";
import type { ComposerMessage } from "@/lib/composer/tools/registry";
import type { WorkflowStep } from "@/lib/composer/workflow-rules";
import { ChatFault, chatClient, followAnswer } from "./chat-client";
import { newUuid } from "./new-uuid";

export type ChatStatus = "idle" | "sending" | "writing" | "stopping";

/** A thread as the page gets it from the server: messages arrive as plain JSON. */
export type ThreadState = Pick<
  ThreadView,
  "id" | "title" | "step" | "newsletterId" | "campaignId" | "generation"
> & {
  messages: ComposerMessage[];
};

export type Thread = ThreadState & {
  isNew: boolean;
  status: ChatStatus;
  /** Why the last answer or request went wrong, as a key of messages/<locale>/chat.json or errors.json. */
  fault: { area: "chat" | "errors"; key: string } | null;
  /** Resolves to false when it could not be sent; the words are then still the caller's. */
  say: (text: string, replaces?: string) => Promise<boolean>;
  stop: () => void;
  retry: () => void;
  reload: () => Promise<void>;
};

/**
 * The state of one conversation: what was said, the answer in the making (also one begun in another tab or before a reload), and where it
 * stands in the workflow.
 */
export function useThread(
  workspaceId: string,
  initial: ThreadState | null,
  onStarted: (threadId: string) => void,
): Thread {
  const [thread, setThread] = useState<ThreadState>(() => initial ?? blankThread());
  const [isNew, setNew] = useState(initial === null);
  // What the page is doing is never stored as such: it follows from these three, so that it cannot get stuck.
  const [isSending, setSending] = useState(false);
  const [followed, setFollowed] = useState<string | null>(null);
  const [stopping, setStopping] = useState<string | null>(null);
  const status = statusOf(isSending, followed, stopping);
  const [fault, setFault] = useState<Thread["fault"]>(null);
  const following = useRef<{ id: string; stop: () => void } | null>(null);
  const threadId = thread.id;

  const reload = useCallback(async () => {
    try {
      const { thread: fresh } = await chatClient.thread(threadId);
      const state = fresh as unknown as ThreadState;
      setThread((now) => ({
        ...state,
        messages: following.current ? keepLive(state.messages, now.messages, now.generation) : state.messages,
      }));
    } catch {
      setFault({ area: "chat", key: "loadFailed" });
    }
  }, [threadId]);

  const follow = useCallback(
    (generation: GenerationView) => {
      setFollowed(generation.id);
      if (following.current?.id === generation.id) return;
      following.current?.stop();
      const stop = followAnswer(threadId, generation, {
        onMessage: (message) => setThread((now) => ({ ...now, messages: putMessage(now.messages, message) })),
        onEnd: () => {
          if (following.current?.id === generation.id) following.current = null;
          setFollowed((id) => (id === generation.id ? null : id));
          void reload();
        },
      });
      following.current = { id: generation.id, stop };
    },
    [threadId, reload],
  );

  const live = isLive(thread.generation) ? thread.generation : null;
  useEffect(() => {
    if (live) follow(live);
  }, [live, follow]);
  useEffect(
    () => () => {
      following.current?.stop();
      following.current = null;
    },
    [],
  );

  useLive([`ws:${workspaceId}:thread:${threadId}`], () => (isNew ? undefined : reload()), {
    everyMs: 700,
    isOff: isNew,
  });

  const begin = async (work: () => Promise<{ generation: GenerationView }>): Promise<boolean> => {
    setFault(null);
    setSending(true);
    try {
      const { generation } = await work();
      setThread((now) => ({ ...now, generation }));
      // A request that was repeated may name an answer that is finished already.
      if (isLive(generation)) follow(generation);
      else void reload();
      return true;
    } catch (error) {
      setFault(faultOf(error));
      return false;
    } finally {
      setSending(false);
    }
  };

  const say = async (text: string, replaces?: string) => {
    const messageId = newUuid();
    const before = thread.messages;
    const kept = replaces
      ? before.slice(
          0,
          before.findIndex((message) => message.id === replaces),
        )
      : before;
    setThread((now) => ({
      ...now,
      messages: [...kept, { id: messageId, role: "user", parts: [{ type: "text", text }] }],
    }));
    const isSent = await begin(() =>
      chatClient.say({ threadId, messageId, text, isNew, ...(replaces ? { replaces } : {}) }),
    );
    if (!isSent) setThread((now) => ({ ...now, messages: before }));
    else if (isNew) {
      setNew(false);
      onStarted(threadId);
    }
    return isSent;
  };

  const stop = () => {
    setStopping(followed);
    chatClient.stop(threadId).catch((error) => {
      setStopping(null);
      setFault(faultOf(error));
    });
  };

  const retry = () => {
    const last = thread.messages.findLastIndex((message) => message.role === "user");
    setThread((now) => ({ ...now, messages: now.messages.slice(0, last + 1) }));
    void begin(() => chatClient.retry(threadId)).then((isSent) => (isSent ? undefined : reload()));
  };

  return { ...thread, isNew, status, fault, say, stop, retry, reload };
}

function statusOf(isSending: boolean, followed: string | null, stopping: string | null): ChatStatus {
  if (followed !== null) return stopping === followed ? "stopping" : "writing";
  return isSending ? "sending" : "idle";
}

function blankThread(): ThreadState {
  return {
    id: newUuid(),
    title: "",
    step: "brief" as WorkflowStep,
    newsletterId: null,
    campaignId: null,
    generation: null,
    messages: [],
  };
}

function isLive(generation: GenerationView | null): boolean {
  return generation?.status === "queued" || generation?.status === "running";
}

function putMessage(messages: ComposerMessage[], message: ComposerMessage): ComposerMessage[] {
  const at = messages.findIndex((known) => known.id === message.id);
  return at < 0 ? [...messages, message] : messages.with(at, message);
}

/** What the server keeps, with the answer that is still arriving as far as it came. */
function keepLive(
  stored: ComposerMessage[],
  shown: ComposerMessage[],
  generation: GenerationView | null,
): ComposerMessage[] {
  const arriving = generation && shown.find((message) => message.id === generation.answerId);
  return arriving ? putMessage(stored, arriving) : stored;
}

function faultOf(error: unknown): Thread["fault"] {
  if (error instanceof ChatFault && error.code !== "internal") return { area: "errors", key: error.code };
  return { area: "chat", key: "sendFailed" };
}
