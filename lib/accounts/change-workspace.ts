import { recordAudit } from "@/lib/audit/record-audit";
import { transaction } from "@/lib/platform/db";
import { AppError } from "@/lib/platform/errors";
import { getWorkspace, type WorkspaceView } from "./get-workspace";
import { assertCan } from "./permissions";
import type { Viewer } from "./viewer";
import { type ChangeWorkspaceInput, changeWorkspaceInput } from "./workspace-schema";

/** Sets the workspace's name and postal address; the slug in public addresses stays. Throws `invalid`, `forbidden`. */
export async function changeWorkspace(viewer: Viewer, input: ChangeWorkspaceInput): Promise<WorkspaceView> {
  assertCan(viewer, "workspace.manage");
  const { name, postalAddress } = changeWorkspaceInput.parse(input);
  const where = { id: viewer.workspaceId, deletedAt: null };
  await transaction(async (tx) => {
    const before = await tx.workspace.findFirst({ where });
    if (!before) throw new AppError("not_found", "no such workspace");
    await tx.workspace.update({ where: { id: before.id }, data: { name, postalAddress } });
    await recordAudit(tx, {
      viewer,
      action: "workspace.changed",
      resourceType: "workspace",
      resourceId: before.id,
      before: { name: before.name, postalAddress: before.postalAddress },
      after: { name, postalAddress },
    });
  });
  return getWorkspace(viewer);
}
