import type { Viewer } from "@/lib/accounts/viewer";
import { ContentError } from "@/lib/content/content-error";
import type { NewsletterDocument } from "@/lib/content/document-schema";
import { getNewsletter } from "@/lib/newsletters/get-newsletter";
import { db } from "@/lib/platform/db";
import { AppError, isAppError } from "@/lib/platform/errors";
import { log } from "@/lib/platform/log";
import { readThread, type ThreadRow } from "../internal/thread-rows";

export type ToolRefusal = { ok: false; reason: string };
export type ToolResult<T> = ({ ok: true } & T) | ToolRefusal;

/** What the tools of one answer share. */
export type Turn = {
  readonly threadId: string;
  readonly generationId: string;
  /**
   * Runs one tool's work after those called before it (models call several at once), as long as this answer is still being made. What
   * goes wrong becomes a reason that the model can tell the person; it never throws.
   */
  act: <T extends object>(work: () => Promise<T>) => Promise<ToolResult<T>>;
  thread: () => Promise<ThreadRow>;
  /** The newsletter as it is now, or null while there is none. */
  newsletter: () => Promise<{ id: string; version: number; document: NewsletterDocument } | null>;
};

export function openTurn(viewer: Viewer, generation: { id: string; threadId: string }): Turn {
  let queue: Promise<unknown> = Promise.resolve();
  const thread = () => readThread(viewer, generation.threadId);
  return {
    threadId: generation.threadId,
    generationId: generation.id,
    thread,
    newsletter: async () => {
      const { newsletterId } = await thread();
      if (newsletterId === null) return null;
      const found = await getNewsletter(viewer, newsletterId).catch((error) => {
        if (isAppError(error, "not_found")) return null;
        throw error;
      });
      return found;
    },
    act: (work) => {
      const mine = queue.then(() => run(generation.id, work));
      queue = mine;
      return mine;
    },
  };
}

async function run<T extends object>(generationId: string, work: () => Promise<T>): Promise<ToolResult<T>> {
  try {
    await assertStillOurs(generationId);
    return { ok: true, ...(await work()) };
  } catch (error) {
    if (error instanceof AppError) return { ok: false, reason: error.userMessage };
    if (error instanceof ContentError) return { ok: false, reason: `${error.code}: ${error.message}` };
    log.error("tool failed", {
      generationId,
      error: error instanceof Error ? (error.stack ?? error.message) : String(error),
    });
    return { ok: false, reason: "internal" };
  }
}

// A stopped answer, or one that was given up for dead, changes nothing more.
async function assertStillOurs(generationId: string): Promise<void> {
  const row = await db().generation.findUnique({
    where: { id: generationId },
    select: { status: true, stopRequestedAt: true },
  });
  if (row?.status !== "running" || row.stopRequestedAt)
    throw new AppError("conflict", "stopped", { userMessage: "stopped" });
}
