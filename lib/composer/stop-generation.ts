import { assertCan } from "@/lib/accounts/permissions";
import type { Viewer } from "@/lib/accounts/viewer";
import { now } from "@/lib/platform/clock";
import { db } from "@/lib/platform/db";
import { AppError } from "@/lib/platform/errors";
import { endGeneration } from "./internal/end-generation";
import { publishStream } from "./internal/stream-log";

/**
 * Asks the answer in the making to end, wherever it is made: the wish is a row that the generator reads several times a second. What was
 * said and done so far is kept. Nothing to stop is fine. Throws `not_found` for another workspace's thread.
 */
export async function stopGeneration(viewer: Viewer, threadId: string): Promise<{ wasWriting: boolean }> {
  assertCan(viewer, "chat.use");
  const thread = await db().thread.findFirst({ where: { id: threadId, workspaceId: viewer.workspaceId } });
  if (!thread) throw new AppError("not_found", `no thread ${threadId}`);
  const live = await db().generation.findFirst({
    where: { threadId, workspaceId: viewer.workspaceId, status: { in: ["queued", "running"] } },
  });
  if (!live) return { wasWriting: false };
  await db().generation.updateMany({
    where: { id: live.id, stopRequestedAt: null },
    data: { stopRequestedAt: now() },
  });
  // Nobody works on it yet, so nobody would read the wish.
  if (live.status === "queued") await endGeneration(live.id, { from: "queued", outcome: "stopped" });
  await publishStream(live.id);
  return { wasWriting: true };
}
