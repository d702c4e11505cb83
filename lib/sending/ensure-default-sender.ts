import { assertCan } from "@/lib/accounts/permissions";
import type { Viewer } from "@/lib/accounts/viewer";
import { db, isUniqueViolation } from "@/lib/platform/db";
import { env } from "@/lib/platform/env";
import { type SenderView, toSenderView } from "./sender-view";

/**
 * The workspace's default sender; made on first use from MAIL_FROM's address under the workspace's name. Two first uses at once make one.
 * Throws `forbidden`.
 */
export async function ensureDefaultSender(viewer: Viewer): Promise<SenderView> {
  assertCan(viewer, "campaigns.read");
  const { workspaceId } = viewer;
  const found = await db().sender.findFirst({ where: { workspaceId, isDefault: true } });
  if (found) return toSenderView(found);
  const workspace = await db().workspace.findUniqueOrThrow({ where: { id: workspaceId } });
  try {
    const made = await db().sender.create({
      data: { workspaceId, fromName: workspace.name, fromEmail: addressOf(env().MAIL_FROM), isDefault: true },
    });
    return toSenderView(made);
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    return toSenderView(await db().sender.findFirstOrThrow({ where: { workspaceId, isDefault: true } }));
  }
}

/** `Galley <news@example.com>` or a bare address. */
function addressOf(mailFrom: string): string {
  return /<([^<>]+)>\s*$/.exec(mailFrom)?.[1]?.trim() ?? mailFrom.trim();
}
