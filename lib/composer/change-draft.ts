import type { Viewer } from "@/lib/accounts/viewer";
import type { NewsletterDocument } from "@/lib/content/document-schema";
import type { Operation } from "@/lib/content/operations";
import { changeNewsletter, undoChange } from "@/lib/newsletters/change-newsletter";
import { getNewsletter } from "@/lib/newsletters/get-newsletter";
import type { NewsletterChange, SaveSource } from "@/lib/newsletters/newsletter-schema";
import { AppError, isAppError } from "@/lib/platform/errors";
import { withStep } from "./internal/with-step";

/**
 * A person's change on the canvas: operations against the version they saw, let in when nobody touched the same place since. Throws
 * `conflict` when somebody did, or when the newsletter was sent; `not_found`; `invalid`.
 */
export async function changeDraft(
  viewer: Viewer,
  input: { threadId: string; version: number; operations: Operation[] },
): Promise<NewsletterChange> {
  return withStep(viewer, input.threadId, "write", async (thread) => {
    const { version, operations } = input;
    const id = draftOf(thread);
    return {
      result: await changeNewsletter(viewer, { id, version, operations, merge: true, source: "person" }),
    };
  });
}

/**
 * A change that is worked out from the newest document, as tools do: when a person saves at the same moment, it is worked out again.
 * Throws as `changeDraft`.
 */
export async function rewriteDraft(
  viewer: Viewer,
  input: { threadId: string; source: SaveSource; rewrite: (document: NewsletterDocument) => Operation[] },
): Promise<NewsletterChange & { newsletterId: string }> {
  return withStep(viewer, input.threadId, "write", async (thread) => {
    const id = draftOf(thread);
    for (let tries = 1; ; tries += 1) {
      const current = await getNewsletter(viewer, id);
      const operations = input.rewrite(current.document);
      if (operations.length === 0) {
        const { version, document } = current;
        return { result: { version, document, inverse: [], wasMerged: false, newsletterId: id } };
      }
      try {
        const change = await changeNewsletter(viewer, {
          id,
          version: current.version,
          operations,
          source: input.source,
        });
        return { result: { ...change, newsletterId: id } };
      } catch (error) {
        if (!isAppError(error, "conflict") || tries >= 3) throw error;
      }
    }
  });
}

/** Takes one save of the thread's newsletter back. Throws `conflict` when later changes stand in the way or it was sent, `not_found`. */
export async function undoDraftChange(
  viewer: Viewer,
  input: { threadId: string; version: number; source?: SaveSource },
): Promise<NewsletterChange> {
  return withStep(viewer, input.threadId, "write", async (thread) => ({
    result: await undoChange(viewer, {
      id: draftOf(thread),
      version: input.version,
      source: input.source ?? "person",
    }),
  }));
}

function draftOf(thread: { newsletterId: string | null }): string {
  if (thread.newsletterId === null)
    throw new AppError("conflict", "no draft yet", { userMessage: "step_no_draft_yet" });
  return thread.newsletterId;
}
