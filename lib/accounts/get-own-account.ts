import { db } from "@/lib/platform/db";
import { AppError } from "@/lib/platform/errors";
import { assertCan } from "./permissions";
import type { Viewer } from "./viewer";

export type OwnAccountView = {
  user: { name: string; email: string; locale: Viewer["locale"]; timeZone: string };
  workspace: { id: string; name: string };
  /** Every workspace the person belongs to, by name. */
  workspaces: { id: string; name: string }[];
};

/** The signed-in person, the workspace they are in, and the others they could go to. Throws `not_found` without a person. */
export async function getOwnAccount(viewer: Viewer): Promise<OwnAccountView> {
  assertCan(viewer, "workspace.read");
  if (!viewer.userId) throw new AppError("not_found", "an API key has no account");
  const user = await db().user.findUnique({
    where: { id: viewer.userId },
    select: {
      name: true,
      email: true,
      timeZone: true,
      members: {
        where: { workspace: { deletedAt: null } },
        select: { workspace: { select: { id: true, name: true } } },
        orderBy: { workspace: { name: "asc" } },
      },
    },
  });
  const workspaces = user?.members.map((member) => member.workspace) ?? [];
  const workspace = workspaces.find((candidate) => candidate.id === viewer.workspaceId);
  if (!user || !workspace) throw new AppError("not_found", "the viewer has no account of their own here");
  return {
    user: { name: user.name ?? "", email: user.email, locale: viewer.locale, timeZone: user.timeZone },
    workspace,
    workspaces,
  };
}
