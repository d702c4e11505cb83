import { assertCan } from "@/lib/accounts/permissions";
import type { Viewer } from "@/lib/accounts/viewer";
import { enqueue } from "@/lib/jobs/enqueue";
import { now } from "@/lib/platform/clock";
import { db, isUniqueViolation, type Prisma, type Transaction, transaction } from "@/lib/platform/db";
import { AppError, isAppError } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/ids";
import { publishAfterCommit } from "@/lib/realtime/publish";
import { threadTopic } from "@/lib/realtime/topics";
import { type GenerationView, type StartTurnInput, startTurnInput } from "./composer-schema";
import { settleStaleGeneration } from "./internal/settle-stale-generation";
import { lockThread, type ThreadRow } from "./internal/thread-rows";
import { generateJob } from "./jobs/generate";
import { advance } from "./workflow-rules";

/**
 * Stores what the person said, a queued answer, and the job that makes it, all or none. The same `messageId` again returns the answer it
 * already has. With `replaces`, that message and all after it give way. Throws `conflict` while another answer is being written (nothing
 * is stored; the text is still the client's), `not_found`, a ZodError for empty or overlong text.
 */
export async function startTurn(viewer: Viewer, input: StartTurnInput): Promise<GenerationView> {
  assertCan(viewer, "chat.use");
  const { threadId, messageId, text, replaces } = startTurnInput.parse(input);
  const work = async (tx: Transaction, thread: ThreadRow) => {
    if (replaces) await dropFrom(tx, thread.id, replaces);
    const last = await tx.message.findFirst({ where: { threadId }, orderBy: { position: "desc" } });
    await tx.message.create({
      data: {
        id: messageId,
        workspaceId: viewer.workspaceId,
        threadId,
        position: (last?.position ?? 0) + 1,
        role: "user",
        parts: [{ type: "text", text }] satisfies Prisma.InputJsonValue,
        createdAt: now(),
      },
    });
    const verdict = advance(thread.step, "give_brief");
    await tx.thread.update({
      where: { id: threadId },
      data: {
        updatedAt: now(),
        ...(last ? {} : { title: titleFrom(text) }),
        ...(verdict.isLegal ? { step: verdict.step } : {}),
      },
    });
    return queueAnswer(tx, viewer, threadId, messageId);
  };
  try {
    return await begin(viewer, threadId, work);
  } catch (error) {
    if (isUniqueViolation(error, "Message_pkey") || isAppError(error, "conflict")) {
      const earlier = await findEarlierAnswer(viewer, threadId, messageId);
      if (earlier) return earlier;
    }
    throw isUniqueViolation(error)
      ? new AppError("not_found", `message ${messageId} is not of this thread`)
      : error;
  }
}

/**
 * Makes a new answer to the person's last message in place of the one there is; what the first one did to the newsletter stays and
 * can be undone by its receipts. Throws `conflict` while one is being written, `not_found`, `invalid` when nothing was said yet.
 */
export async function retryTurn(viewer: Viewer, threadId: string): Promise<GenerationView> {
  assertCan(viewer, "chat.use");
  return begin(viewer, threadId, async (tx) => {
    const asked = await tx.message.findFirst({
      where: { threadId, role: "user" },
      orderBy: { position: "desc" },
    });
    if (!asked) throw new AppError("invalid", "nothing was said yet");
    await tx.message.deleteMany({ where: { threadId, position: { gt: asked.position } } });
    await tx.thread.update({ where: { id: threadId }, data: { updatedAt: now() } });
    return queueAnswer(tx, viewer, threadId, asked.id);
  });
}

/** One transaction under the thread's lock. An answer whose worker died does not stand in the way: it is ended, and the work done again. */
async function begin(
  viewer: Viewer,
  threadId: string,
  work: (tx: Transaction, thread: ThreadRow) => Promise<GenerationView>,
): Promise<GenerationView> {
  for (let isFirst = true; ; isFirst = false) {
    try {
      const generation = await transaction(async (tx) => work(tx, await lockThread(tx, viewer, threadId)));
      publishAfterCommit(threadTopic(viewer.workspaceId, threadId));
      return generation;
    } catch (error) {
      // The partial index is on this one column; Prisma names the columns, PostgreSQL the index.
      if (!isUniqueViolation(error, "Generation_one_live_per_thread")) throw error;
      const hasSettled = isFirst && (await settleStaleGeneration(viewer.workspaceId, threadId));
      if (!hasSettled) throw stillWriting(threadId);
    }
  }
}

async function queueAnswer(
  tx: Transaction,
  viewer: Viewer,
  threadId: string,
  askedById: string,
): Promise<GenerationView> {
  const { userId, role, locale, timeZone } = viewer;
  const generation = await tx.generation.create({
    data: {
      workspaceId: viewer.workspaceId,
      threadId,
      askedById,
      answerId: newId(),
      viewer: { userId, role, locale, timeZone },
      createdAt: now(),
    },
  });
  await enqueue(tx, generateJob, { generationId: generation.id }, { group: viewer.workspaceId });
  return { id: generation.id, answerId: generation.answerId, status: "queued", fault: null };
}

/** The answer to a message that was sent before: a request that was repeated gets it again. */
async function findEarlierAnswer(
  viewer: Viewer,
  threadId: string,
  messageId: string,
): Promise<GenerationView | null> {
  return db().generation.findFirst({
    where: { threadId, workspaceId: viewer.workspaceId, askedById: messageId },
    orderBy: { createdAt: "desc" },
    select: { id: true, answerId: true, status: true, fault: true },
  });
}

async function dropFrom(tx: Transaction, threadId: string, messageId: string): Promise<void> {
  const first = await tx.message.findFirst({ where: { id: messageId, threadId, role: "user" } });
  if (!first) throw new AppError("not_found", `no message ${messageId} to replace`);
  await tx.message.deleteMany({ where: { threadId, position: { gte: first.position } } });
}

function stillWriting(threadId: string): AppError {
  return new AppError("conflict", `thread ${threadId} is being answered`, {
    userMessage: "answer_in_progress",
  });
}

/** The first words, cut at a word. */
function titleFrom(text: string): string {
  const line = text.replace(/\s+/g, " ").trim();
  if (line.length <= 60) return line;
  const cut = line.slice(0, 60).toWellFormed().replaceAll("\uFFFD", "");
  return `${cut.replace(/\s+\S*$/, "") || cut}…`;
}
