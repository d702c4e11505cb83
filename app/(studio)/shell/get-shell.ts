import type { ShellView } from "@/components/shell/shell-view";
import { getOwnAccount } from "@/lib/accounts/get-own-account";
import type { Viewer } from "@/lib/accounts/viewer";
import { getPlan } from "@/lib/entitlements/entitlements";

/** What the shell shows of the signed-in person's account. */
export async function getShell(viewer: Viewer): Promise<ShellView> {
  const [account, plan] = await Promise.all([getOwnAccount(viewer), getPlan(viewer.workspaceId)]);
  return {
    user: { name: account.user.name, email: account.user.email },
    workspace: { ...account.workspace, plan: plan.plan, isTrial: plan.source === "trial" },
    workspaces: account.workspaces,
    usage: { emails: null, credits: null },
  };
}
