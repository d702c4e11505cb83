import { assertCan } from "@/lib/accounts/permissions";
import type { Viewer } from "@/lib/accounts/viewer";
import { db } from "@/lib/platform/db";
import { type SenderView, toSenderView } from "./sender-view";

/** The workspace's senders, the default one first. Throws `forbidden`. */
export async function listSenders(viewer: Viewer): Promise<SenderView[]> {
  assertCan(viewer, "campaigns.read");
  const rows = await db().sender.findMany({
    where: { workspaceId: viewer.workspaceId },
    orderBy: [{ isDefault: "desc" }, { createdAt: "asc" }],
  });
  return rows.map(toSenderView);
}
