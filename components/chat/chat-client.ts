import { readUIMessageStream, type UIMessageChunk } from "ai";
import type { GenerationView, ThreadListItem, ThreadView } from "@/lib/composer/composer-schema";
import type { PaperView } from "@/lib/composer/get-paper";
import type { ComposerMessage } from "@/lib/composer/tools/registry";

/** A refusal with the code of the fault; `message` is for logs, the page has its own words. */
export class ChatFault extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
  ) {
    super(`${status} ${code}`);
  }
}

async function ask<T>(path: string, init?: RequestInit): Promise<T> {
  const response = await fetch(`/api/chat${path}`, {
    ...init,
    ...(init?.body ? { headers: { "content-type": "application/json" } } : {}),
  });
  if (response.ok) return response.json();
  const problem: unknown = await response.json().catch(() => null);
  const code =
    typeof problem === "object" && problem !== null && "code" in problem ? String(problem.code) : "internal";
  throw new ChatFault(response.status, code);
}

/** Requests of the chat page; everything else about it is pure state. */
export const chatClient = {
  threads: () => ask<{ threads: ThreadListItem[] }>(""),
  thread: (threadId: string) => ask<{ thread: ThreadView }>(`/${threadId}`),
  paper: (threadId: string) => ask<{ paper: PaperView | null }>(`/${threadId}/paper`),
  say: (turn: { threadId: string; messageId: string; text: string; replaces?: string; isNew: boolean }) =>
    ask<{ generation: GenerationView }>("", { method: "POST", body: JSON.stringify(turn) }),
  stop: (threadId: string) => ask<{ wasWriting: boolean }>(`/${threadId}/stop`, { method: "POST" }),
  retry: (threadId: string) => ask<{ generation: GenerationView }>(`/${threadId}/retry`, { method: "POST" }),
};

export type Ending = { status: "completed" | "stopped" | "failed"; fault: string | null };

type Follower = { onMessage: (message: ComposerMessage) => void; onEnd: (ending: Ending | null) => void };

/**
 * Follows an answer from its first part on, wherever it is made. A lost connection is taken up again by the browser from the last part
 * it saw. `onEnd(null)` means that the server does not know the answer any more. Returns how to stop following.
 */
export function followAnswer(
  threadId: string,
  generation: GenerationView,
  { onMessage, onEnd }: Follower,
): () => void {
  const source = new EventSource(`/api/chat/${threadId}/stream?generation=${generation.id}`);
  let isClosed = false;
  let feed: ReadableStreamDefaultController<UIMessageChunk> | undefined;
  const stream = new ReadableStream<UIMessageChunk>({
    start: (controller) => {
      feed = controller;
    },
  });
  const close = () => {
    if (isClosed) return false;
    isClosed = true;
    source.close();
    feed?.close();
    return true;
  };
  source.onmessage = (event: MessageEvent<string>) => {
    if (isClosed) return;
    const chunks: UIMessageChunk[] = JSON.parse(event.data);
    for (const chunk of chunks) feed?.enqueue(chunk);
  };
  source.addEventListener("end", (event: MessageEvent<string>) => {
    if (close()) onEnd(JSON.parse(event.data));
  });
  source.onerror = () => {
    // A connection that broke is made again by the browser; one that was refused is not.
    if (source.readyState === EventSource.CLOSED && close()) onEnd(null);
  };
  void read(stream, generation.answerId, (message) => !isClosed && onMessage(message));
  return close;
}

async function read(
  stream: ReadableStream<UIMessageChunk>,
  id: string,
  onMessage: (message: ComposerMessage) => void,
) {
  for await (const state of readUIMessageStream<ComposerMessage>({ stream, onError: () => undefined })) {
    onMessage({ ...state, id });
  }
}
