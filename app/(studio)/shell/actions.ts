"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { home } from "@/lib/accounts/home";
import { switchWorkspace } from "@/lib/accounts/switch-workspace";
import { action } from "@/lib/entry/action";

export const switchWorkspaceAction = action(
  { name: "workspaces.switch", input: z.object({ workspaceId: z.uuid() }), can: "workspace.read" },
  async (viewer, input) => {
    await switchWorkspace(viewer, input);
    redirect(home);
  },
);
