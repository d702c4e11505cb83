import { assertCan } from "@/lib/accounts/permissions";
import type { Viewer } from "@/lib/accounts/viewer";
import { type NewsletterDocument, parseDocument } from "@/lib/content/document-schema";
import { db } from "@/lib/platform/db";
import { AppError } from "@/lib/platform/errors";
import { readNewsletter } from "./internal/read-newsletter";
import type { NewsletterView } from "./newsletter-schema";

/** The newsletter in its newest version. Throws `not_found` for one that is not this workspace's, or was removed. */
export async function getNewsletter(viewer: Viewer, id: string): Promise<NewsletterView> {
  assertCan(viewer, "newsletters.read");
  const { titleIsOwn: _, ...view } = await readNewsletter(viewer, id);
  return view;
}

/** The document as it was saved under the given version. Throws `not_found`. */
export async function getNewsletterVersion(
  viewer: Viewer,
  input: { id: string; version: number },
): Promise<NewsletterDocument> {
  assertCan(viewer, "newsletters.read");
  const row = await db().newsletterVersion.findFirst({
    where: { newsletterId: input.id, version: input.version, workspaceId: viewer.workspaceId },
  });
  if (!row) throw new AppError("not_found", `no version ${input.version} of newsletter ${input.id}`);
  return parseDocument(row.document);
}
