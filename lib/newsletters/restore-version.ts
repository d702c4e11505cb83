import { z } from "zod";
import { assertCan } from "@/lib/accounts/permissions";
import type { Viewer } from "@/lib/accounts/viewer";
import { replaceDocument } from "./change-newsletter";
import { getNewsletterVersion } from "./get-newsletter";
import type { NewsletterChange } from "./newsletter-schema";

export const restoreVersionInput = z.object({
  id: z.uuid(),
  /** What is wanted back. */
  version: z.int().min(1),
  /** The newest version that the person knew of. */
  newest: z.int().min(1),
});

/**
 * Puts an earlier version on the paper again, as a new save; the versions in between stay in the history. Restoring what stands there
 * already saves nothing. Throws `conflict` when somebody saved after `newest`, `not_found`.
 */
export async function restoreVersion(
  viewer: Viewer,
  input: z.input<typeof restoreVersionInput>,
): Promise<NewsletterChange> {
  assertCan(viewer, "newsletters.write");
  const { id, version, newest } = restoreVersionInput.parse(input);
  const document = await getNewsletterVersion(viewer, { id, version });
  return replaceDocument(viewer, { id, version: newest, document });
}
