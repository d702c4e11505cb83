import { z } from "zod";
import { assertCan } from "@/lib/accounts/permissions";
import type { Viewer } from "@/lib/accounts/viewer";
import { db } from "@/lib/platform/db";
import { AppError } from "@/lib/platform/errors";

export const renameNewsletterInput = z.object({ id: z.uuid(), title: z.string().trim().min(1).max(200) });

/** Names a newsletter; from then on its title no longer follows the subject. Throws `not_found`. */
export async function renameNewsletter(
  viewer: Viewer,
  input: z.input<typeof renameNewsletterInput>,
): Promise<void> {
  assertCan(viewer, "newsletters.write");
  const { id, title } = renameNewsletterInput.parse(input);
  const { count } = await db().newsletter.updateMany({
    where: { id, workspaceId: viewer.workspaceId, deletedAt: null },
    data: { title, titleIsOwn: true },
  });
  if (count === 0) throw new AppError("not_found", `no newsletter ${id}`);
}
