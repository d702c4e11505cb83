import { cookies } from "next/headers";
import { sha256 } from "@/lib/platform/crypto";
import { db } from "@/lib/platform/db";
import { AppError } from "@/lib/platform/errors";
import { assertCan } from "./permissions";
import { sessionCookieName } from "./session-cookie";
import type { Viewer } from "./viewer";

/** From the next request on this session works in the other workspace. Throws `not_found` unless the person is a member there. */
export async function switchWorkspace(viewer: Viewer, input: { workspaceId: string }): Promise<void> {
  assertCan(viewer, "workspace.read");
  const token = (await cookies()).get(sessionCookieName())?.value;
  const member = viewer.userId
    ? await db().member.findFirst({
        where: { userId: viewer.userId, workspaceId: input.workspaceId, workspace: { deletedAt: null } },
      })
    : null;
  if (!token || !member) throw new AppError("not_found", "no such workspace for this person");
  await db().session.updateMany({
    where: { sessionToken: sha256(token), userId: member.userId },
    data: { workspaceId: member.workspaceId },
  });
}
