import { assertCan } from "@/lib/accounts/permissions";
import type { Viewer } from "@/lib/accounts/viewer";
import type { NewsletterDocument } from "@/lib/content/document-schema";
import { getNewsletter } from "@/lib/newsletters/get-newsletter";
import { isAppError } from "@/lib/platform/errors";
import { readThread } from "./internal/thread-rows";

export type PaperView = { newsletterId: string; version: number; document: NewsletterDocument };

/** The newsletter that a thread is about, or null while there is none or when it was removed. Throws `not_found` for the thread. */
export async function getPaper(viewer: Viewer, threadId: string): Promise<PaperView | null> {
  assertCan(viewer, "newsletters.read");
  const { newsletterId } = await readThread(viewer, threadId);
  if (newsletterId === null) return null;
  try {
    const { id, version, document } = await getNewsletter(viewer, newsletterId);
    return { newsletterId: id, version, document };
  } catch (error) {
    if (isAppError(error, "not_found")) return null;
    throw error;
  }
}
