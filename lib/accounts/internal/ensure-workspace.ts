import type { Locale } from "@/i18n/locales";
import type { Transaction } from "@/lib/platform/db";
import { createWorkspace } from "../create-workspace";
import { nameFromEmail } from "../workspace-rules";

type Owner = { id: string; email: string; name: string | null; locale: Locale; timeZone: string };

/** The person's earliest workspace, or a new one when there is none: whoever signs in has a place to be. */
export async function ensureWorkspace(tx: Transaction, user: Owner): Promise<string> {
  // Two sign-ins at once make one workspace: the second waits here and then finds it.
  await tx.$queryRaw`SELECT 1 FROM "User" WHERE id = ${user.id}::uuid FOR UPDATE`;
  const member = await tx.member.findFirst({
    where: { userId: user.id, workspace: { deletedAt: null } },
    orderBy: { createdAt: "asc" },
  });
  if (member) return member.workspaceId;
  const workspace = await createWorkspace(tx, {
    name: user.name || nameFromEmail(user.email),
    ownerId: user.id,
    locale: user.locale,
    timeZone: user.timeZone,
  });
  return workspace.id;
}
