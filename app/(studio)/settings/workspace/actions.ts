"use server";

import { revalidatePath } from "next/cache";
import { changeWorkspace } from "@/lib/accounts/change-workspace";
import { changeWorkspaceInput } from "@/lib/accounts/workspace-schema";
import { action } from "@/lib/entry/action";

export const changeWorkspaceAction = action(
  { name: "accounts.changeWorkspace", input: changeWorkspaceInput, can: "workspace.manage" },
  async (viewer, input) => {
    const { name, postalAddress } = await changeWorkspace(viewer, {
      ...input,
      postalAddress: input.postalAddress ?? "",
    });
    // The name stands in the shell too.
    revalidatePath("/", "layout");
    return { name, postalAddress: postalAddress ?? "" };
  },
);
