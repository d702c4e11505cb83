import type { Command } from "commander";
import { createUserByOperator } from "@/lib/accounts/create-user-by-operator";
import { promoteUser } from "@/lib/accounts/promote-user";
import { publicId } from "@/lib/platform/ids";
import { print } from "./print";

export function addUser(program: Command): void {
  const user = program.command("user").description("people who sign in");

  user
    .command("create")
    .description("make a person whose address you vouch for")
    .requiredOption("--email <email>")
    .option("--password <password>", "left out: they sign in by mailed code")
    .option("--name <name>")
    .action(async (options: { email: string; password?: string; name?: string }, command: Command) => {
      const made = await createUserByOperator(options);
      print(command, { ...made, id: publicId("user", made.id) });
    });

  user
    .command("promote")
    .description("make a person a platform admin")
    .requiredOption("--email <email>")
    .action(async (options: { email: string }, command: Command) => {
      const promoted = await promoteUser(options);
      print(command, { ...promoted, id: publicId("user", promoted.id), isAdmin: true });
    });
}
