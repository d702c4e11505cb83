import { assertCan } from "@/lib/accounts/permissions";
import type { Viewer } from "@/lib/accounts/viewer";
import { db } from "@/lib/platform/db";
import type { GenerationView, ThreadListItem, ThreadView } from "./composer-schema";
import { readMessages } from "./internal/message-rows";
import { settleStaleGeneration } from "./internal/settle-stale-generation";
import { syncStepWithCampaign } from "./internal/sync-step";
import { readThread } from "./internal/thread-rows";

/** A thread with all that was said, the answer in the making if there is one, and the step it stands at. Throws `not_found`. */
export async function getThread(viewer: Viewer, threadId: string): Promise<ThreadView> {
  assertCan(viewer, "chat.use");
  const thread = await syncStepWithCampaign(viewer, await readThread(viewer, threadId));
  await settleStaleGeneration(viewer.workspaceId, threadId);
  const [generation, messages] = await Promise.all([findLastGeneration(threadId), readMessages(threadId)]);
  return { ...thread, messages, generation };
}

/** The newest threads first. */
export async function listThreads(viewer: Viewer, input: { limit?: number } = {}): Promise<ThreadListItem[]> {
  assertCan(viewer, "chat.use");
  const rows = await db().thread.findMany({
    where: { workspaceId: viewer.workspaceId, deletedAt: null },
    orderBy: [{ updatedAt: "desc" }, { id: "desc" }],
    take: input.limit ?? 100,
    select: {
      id: true,
      title: true,
      step: true,
      updatedAt: true,
      generations: { where: { status: { in: ["queued", "running"] } }, select: { id: true } },
    },
  });
  return rows.map(({ generations, ...row }) => ({ ...row, isWriting: generations.length > 0 }));
}

async function findLastGeneration(threadId: string): Promise<GenerationView | null> {
  return db().generation.findFirst({
    where: { threadId },
    orderBy: { createdAt: "desc" },
    select: { id: true, answerId: true, status: true, fault: true },
  });
}
