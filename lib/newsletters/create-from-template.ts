import { assertCan } from "@/lib/accounts/permissions";
import type { Viewer } from "@/lib/accounts/viewer";
import { createNewsletter } from "./create-newsletter";
import { documentFromTemplate } from "./document-from-template";
import type { NewsletterView } from "./newsletter-schema";

/**
 * A newsletter that begins with a template's own example words, in the viewer's language. Throws `not_found` for an unknown template,
 * `plan_required` for a Pro one on Free.
 */
export async function createFromTemplate(viewer: Viewer, input: { slug: string }): Promise<NewsletterView> {
  assertCan(viewer, "newsletters.write");
  const { document } = await documentFromTemplate(viewer, { slug: input.slug, language: viewer.locale });
  return createNewsletter(viewer, { document });
}
