import type { Command } from "commander";
import { createApiKey } from "@/lib/accounts/create-api-key";
import { scopes as knownScopes, type Scope } from "@/lib/accounts/permissions";
import { AppError } from "@/lib/platform/errors";
import { publicId } from "@/lib/platform/ids";
import { cliViewer } from "./cli-viewer";
import { print } from "./print";

type CreateOptions = { workspace: string; scopes?: string; name: string };

export function addApiKey(program: Command): void {
  program
    .command("api-key")
    .description("keys of the REST interface")
    .command("create")
    .description("make a key and print it, this once")
    .requiredOption("--workspace <id>")
    .option("--scopes <scopes>", `comma-separated, of ${knownScopes.join(", ")}; left out: all of them`)
    .option("--name <name>", "what it is for", "Made on the command line")
    .action(async (options: CreateOptions, command: Command) => {
      const viewer = await cliViewer(options.workspace);
      const scopes = options.scopes === undefined ? undefined : readScopes(options.scopes);
      const made = await createApiKey(viewer, { name: options.name, ...(scopes ? { scopes } : {}) });
      print(command, {
        key: made.key,
        id: publicId("apiKey", made.id),
        name: made.name,
        scopes: made.scopes,
        workspaceId: publicId("workspace", viewer.workspaceId),
      });
    });
}

function readScopes(text: string): Scope[] {
  return text
    .split(",")
    .map((word) => word.trim())
    .filter(Boolean)
    .map((word) => {
      const scope = knownScopes.find((known) => known === word);
      if (!scope)
        throw new AppError("invalid", `there is no scope ${word} (known: ${knownScopes.join(", ")})`);
      return scope;
    });
}
