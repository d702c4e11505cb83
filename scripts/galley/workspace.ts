import { type Command, Option } from "commander";
import { createWorkspaceByOperator } from "@/lib/accounts/create-workspace-by-operator";
import { publicId } from "@/lib/platform/ids";
import { print } from "./print";

type CreateOptions = { name: string; owner: string; plan: "free" | "pro" | "business" };

export function addWorkspace(program: Command): void {
  program
    .command("workspace")
    .description("workspaces")
    .command("create")
    .description("make a workspace; its owner is made too when the address is new")
    .requiredOption("--name <name>")
    .requiredOption("--owner <email>")
    .addOption(new Option("--plan <plan>").choices(["free", "pro", "business"]).makeOptionMandatory())
    .action(async (options: CreateOptions, command: Command) => {
      const { name, owner, plan } = options;
      const made = await createWorkspaceByOperator({ name, ownerEmail: owner, plan });
      print(command, {
        id: publicId("workspace", made.id),
        name: made.name,
        slug: made.slug,
        plan,
        ownerId: publicId("user", made.ownerId),
      });
    });
}
