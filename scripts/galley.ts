import { Command, CommanderError } from "commander";
import { stopSending } from "@/lib/jobs/boss";
import { disconnect } from "@/lib/platform/db";
import { envFaults } from "@/lib/platform/env";
import { addApiKey } from "./galley/api-key";
import { addDoctor } from "./galley/doctor";
import { explain } from "./galley/explain";
import { addQueue } from "./galley/queue";
import { addUser } from "./galley/user";
import { addWorkspace } from "./galley/workspace";

// `npm run -s galley -- <noun> <verb> [options]`: the operator's commands, over the same functions as the pages.
const program = new Command("galley")
  .description("Operate this Galley. Results go to stdout, messages to stderr.")
  .option("--json", "print one JSON object")
  .exitOverride()
  .configureHelp({ showGlobalOptions: true });

for (const add of [addDoctor, addUser, addWorkspace, addApiKey, addQueue]) add(program);

try {
  const faults = envFaults();
  const wantsDoctor = process.argv.includes("doctor");
  if (faults.length > 0 && !wantsDoctor && process.argv.length > 2 && !process.argv.includes("--help")) {
    throw new Error(faults.join("\n"));
  }
  // `--json` may stand anywhere on the line.
  const words = process.argv.slice(2);
  const rest = words.filter((word) => word !== "--json");
  await program.parseAsync(rest.length < words.length ? ["--json", ...rest] : rest, { from: "user" });
} catch (error) {
  // commander has already said what is wrong with the command line, and help is no fault.
  if (error instanceof CommanderError) {
    process.exitCode = error.exitCode;
  } else {
    console.error(explain(error));
    process.exitCode = 1;
  }
} finally {
  await stopSending();
  await disconnect();
}
