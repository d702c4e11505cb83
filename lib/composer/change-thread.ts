import type { z } from "zod";
import { assertCan } from "@/lib/accounts/permissions";
import type { Viewer } from "@/lib/accounts/viewer";
import { now } from "@/lib/platform/clock";
import { db } from "@/lib/platform/db";
import { AppError } from "@/lib/platform/errors";
import { publishAfterCommit } from "@/lib/realtime/publish";
import { threadTopic } from "@/lib/realtime/topics";
import { threadTitleInput } from "./composer-schema";
import { stopGeneration } from "./stop-generation";

/** Names a thread. Throws `not_found`. */
export async function renameThread(viewer: Viewer, input: z.input<typeof threadTitleInput>): Promise<void> {
  assertCan(viewer, "chat.use");
  const { threadId, title } = threadTitleInput.parse(input);
  const { count } = await db().thread.updateMany({
    where: { id: threadId, workspaceId: viewer.workspaceId, deletedAt: null },
    data: { title },
  });
  if (count === 0) throw new AppError("not_found", `no thread ${threadId}`);
  publishAfterCommit(threadTopic(viewer.workspaceId, threadId));
}

/** Takes a thread out of the list and stops what it is writing; its newsletter stays. Throws `not_found`. */
export async function removeThread(viewer: Viewer, threadId: string): Promise<void> {
  assertCan(viewer, "chat.use");
  const { count } = await db().thread.updateMany({
    where: { id: threadId, workspaceId: viewer.workspaceId, deletedAt: null },
    data: { deletedAt: now() },
  });
  if (count === 0) throw new AppError("not_found", `no thread ${threadId}`);
  await stopGeneration(viewer, threadId);
}
