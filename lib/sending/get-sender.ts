import { assertCan } from "@/lib/accounts/permissions";
import type { Viewer } from "@/lib/accounts/viewer";
import { db } from "@/lib/platform/db";
import { AppError } from "@/lib/platform/errors";
import { ensureDefaultSender } from "./ensure-default-sender";
import { type SenderView, toSenderView } from "./sender-view";

/** One sender of the workspace; without an id the default one. Throws `forbidden`, `not_found`. */
export async function getSender(viewer: Viewer, senderId: string | null | undefined): Promise<SenderView> {
  assertCan(viewer, "campaigns.read");
  if (!senderId) return ensureDefaultSender(viewer);
  const row = await db().sender.findFirst({ where: { id: senderId, workspaceId: viewer.workspaceId } });
  if (!row) throw new AppError("not_found", `no sender ${senderId} in the workspace`);
  return toSenderView(row);
}
