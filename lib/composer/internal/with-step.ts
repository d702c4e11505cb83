import type { Viewer } from "@/lib/accounts/viewer";
import { now } from "@/lib/platform/clock";
import { db, type Prisma } from "@/lib/platform/db";
import { AppError } from "@/lib/platform/errors";
import { publishAfterCommit } from "@/lib/realtime/publish";
import { threadTopic } from "@/lib/realtime/topics";
import { advance, type WorkflowEvent } from "../workflow-rules";
import { readThread, type ThreadRow } from "./thread-rows";

type Done<T> = { result: T; patch?: Prisma.ThreadUncheckedUpdateManyInput };

/**
 * Runs one step's work if the workflow allows it, then moves the thread to where the event leads. Throws `conflict` with the rule's
 * reason for an illegal step (nothing was done), `not_found` for another workspace's thread.
 */
export async function withStep<T>(
  viewer: Viewer,
  threadId: string,
  event: WorkflowEvent,
  work: (thread: ThreadRow) => Promise<Done<T>>,
): Promise<T> {
  const thread = await readThread(viewer, threadId);
  assertLegal(thread, event);
  const { result, patch } = await work(thread);
  // Somebody may have moved the thread meanwhile: the event is then applied to where it stands now.
  const { step } = await readThread(viewer, threadId);
  const verdict = advance(step, event);
  await db().thread.updateMany({
    where: { id: threadId, workspaceId: viewer.workspaceId, step },
    data: { ...patch, ...(verdict.isLegal ? { step: verdict.step } : {}), updatedAt: now() },
  });
  publishAfterCommit(threadTopic(viewer.workspaceId, threadId));
  return result;
}

export function assertLegal(thread: ThreadRow, event: WorkflowEvent): void {
  const verdict = advance(thread.step, event);
  if (verdict.isLegal) return;
  throw new AppError("conflict", `${event} is not possible in step ${thread.step}`, {
    userMessage: `step_${verdict.reason}`,
  });
}
