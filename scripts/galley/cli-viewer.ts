import { getWorkspace } from "@/lib/accounts/get-workspace";
import type { Viewer } from "@/lib/accounts/viewer";
import { AppError } from "@/lib/platform/errors";
import { plainId } from "@/lib/platform/ids";

/** The operator acting in a workspace, named by its id in either form. Throws `not_found`. */
export async function cliViewer(workspace: string): Promise<Viewer> {
  const workspaceId = plainId("workspace", workspace);
  if (!workspaceId) throw new AppError("not_found", `there is no workspace ${workspace}`);
  const viewer: Viewer = {
    userId: null,
    workspaceId,
    role: "owner",
    locale: "en",
    timeZone: "UTC",
    via: "cli",
    scopes: [],
  };
  await getWorkspace(viewer);
  return viewer;
}
