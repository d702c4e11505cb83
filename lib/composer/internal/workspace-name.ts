import { db } from "@/lib/platform/db";

/** What stands in the masthead. */
export async function workspaceName(workspaceId: string): Promise<string> {
  const row = await db().workspace.findUnique({ where: { id: workspaceId }, select: { name: true } });
  return row?.name ?? "";
}
