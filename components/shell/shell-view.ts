/** All that the shell shows; plain values, so that it knows nothing of where they come from. */
export type ShellView = {
  user: { name: string; email: string };
  workspace: { id: string; name: string; plan: "free" | "pro" | "business"; isTrial: boolean };
  workspaces: readonly { id: string; name: string }[];
  /** Null where nothing is metered. */
  usage: { emails: { used: number; limit: number } | null; credits: { used: number; limit: number } | null };
};
