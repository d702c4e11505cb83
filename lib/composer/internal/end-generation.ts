import { readUIMessageStream, type UIMessageChunk } from "ai";
import { now } from "@/lib/platform/clock";
import { db, type Prisma, transaction } from "@/lib/platform/db";
import { publishAfterCommit } from "@/lib/realtime/publish";
import { threadTopic } from "@/lib/realtime/topics";
import type { ChatMessage, MessageMetadata } from "../composer-schema";
import { publishStream, readParts } from "./stream-log";

type Ending = {
  /** The state it must be in; another ending that came first wins. */
  from: "queued" | "running";
  outcome: "completed" | "stopped" | "failed";
  fault?: string;
};

/**
 * Ends an answer once: what the stream log holds becomes the assistant's message, the state is set, followers are told. Everything said
 * and done before a stop or a fault is in that message. Returns false when it had ended before.
 */
export async function endGeneration(generationId: string, ending: Ending): Promise<boolean> {
  const parts = await readParts(generationId, 0, 100_000);
  const message = await messageFromParts(parts.map(({ part }) => part));
  const ended = await transaction(async (tx) => {
    const { count } = await tx.generation.updateMany({
      where: { id: generationId, status: ending.from },
      data: { status: ending.outcome, fault: ending.fault ?? null, endedAt: now() },
    });
    if (count === 0) return null;
    const row = await tx.generation.findUniqueOrThrow({ where: { id: generationId } });
    const metadata: MessageMetadata = {
      ...(row.provider ? { provider: row.provider } : {}),
      ...(row.model ? { model: row.model } : {}),
      generationId,
      outcome: ending.outcome,
      ...(ending.fault ? { fault: ending.fault } : {}),
    };
    const last = await tx.message.findFirst({
      where: { threadId: row.threadId },
      orderBy: { position: "desc" },
    });
    await tx.message.create({
      data: {
        id: row.answerId,
        workspaceId: row.workspaceId,
        threadId: row.threadId,
        position: (last?.position ?? 0) + 1,
        role: "assistant",
        parts: (message?.parts ?? []) as unknown as Prisma.InputJsonValue,
        metadata: metadata as unknown as Prisma.InputJsonValue,
        generationId,
        createdAt: now(),
      },
    });
    await tx.thread.update({ where: { id: row.threadId }, data: { updatedAt: now() } });
    return row;
  });
  if (!ended) return false;
  publishAfterCommit(threadTopic(ended.workspaceId, ended.threadId));
  await publishStream(generationId);
  await dropOldParts(ended.threadId);
  return true;
}

/** How long a tab that comes late can still replay an answer; its message stays for good. */
const partsKeptMs = 60 * 60_000;

async function dropOldParts(threadId: string): Promise<void> {
  const before = new Date(now().getTime() - partsKeptMs);
  await db().streamPart.deleteMany({ where: { generation: { threadId, endedAt: { lt: before } } } });
}

/** The message that a stream's parts amount to, settled: nothing in it is still on its way. */
export async function messageFromParts(parts: readonly UIMessageChunk[]): Promise<ChatMessage | null> {
  const stream = new ReadableStream<UIMessageChunk>({
    start(controller) {
      for (const part of parts) controller.enqueue(part);
      controller.close();
    },
  });
  let message: ChatMessage | null = null;
  for await (const state of readUIMessageStream<ChatMessage>({ stream, onError: () => undefined }))
    message = state;
  return message && { ...message, parts: message.parts.flatMap(settlePart) };
}

function settlePart(part: ChatMessage["parts"][number]): ChatMessage["parts"] {
  if (part.type === "text") return part.text === "" ? [] : [{ ...part, state: "done" }];
  // A call without a result would be refused by every provider when the conversation goes on.
  if ("toolCallId" in part && (part.state === "input-streaming" || part.state === "input-available")) {
    return part.state === "input-streaming"
      ? []
      : [{ ...part, state: "output-error", errorText: "interrupted" } as ChatMessage["parts"][number]];
  }
  return [part];
}
