import { assertCan } from "@/lib/accounts/permissions";
import type { Viewer } from "@/lib/accounts/viewer";
import { db } from "@/lib/platform/db";
import { AppError } from "@/lib/platform/errors";

export type Letterhead = { workspaceName: string; postalAddress: string };

/** Who a newsletter is from, as its footer says it. */
export async function getLetterhead(viewer: Viewer): Promise<Letterhead> {
  assertCan(viewer, "newsletters.read");
  const row = await db().workspace.findUnique({
    where: { id: viewer.workspaceId },
    select: { name: true, postalAddress: true },
  });
  if (!row) throw new AppError("not_found", `no workspace ${viewer.workspaceId}`);
  return { workspaceName: row.name, postalAddress: row.postalAddress ?? "" };
}
