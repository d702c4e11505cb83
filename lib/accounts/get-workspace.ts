import { getPlan, type PlanView } from "@/lib/entitlements/entitlements";
import { db } from "@/lib/platform/db";
import { AppError } from "@/lib/platform/errors";
import { assertCan } from "./permissions";
import type { Viewer } from "./viewer";

export type WorkspaceView = {
  id: string;
  name: string;
  slug: string;
  /** Stands in every newsletter's footer; null until someone wrote it. */
  postalAddress: string | null;
  plan: PlanView;
  /** The newest change, for a save that must not overwrite another's. */
  updatedAt: Date;
};

/** The viewer's own workspace with its plan in force. */
export async function getWorkspace(viewer: Viewer): Promise<WorkspaceView> {
  assertCan(viewer, "workspace.read");
  const [workspace, plan] = await Promise.all([
    db().workspace.findFirst({ where: { id: viewer.workspaceId, deletedAt: null } }),
    getPlan(viewer.workspaceId),
  ]);
  if (!workspace) throw new AppError("not_found", "no such workspace");
  const { id, name, slug, postalAddress, updatedAt } = workspace;
  return { id, name, slug, postalAddress, plan, updatedAt };
}
