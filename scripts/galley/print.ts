import type { Command } from "commander";

/** The result on stdout: one JSON object on one line with `--json`, laid out for reading without. */
export function print(command: Command, result: Record<string, unknown>, readable?: () => string): void {
  const wantsJson = command.optsWithGlobals<{ json?: boolean }>().json === true;
  if (wantsJson) console.log(JSON.stringify(result));
  else console.log(readable ? readable() : JSON.stringify(result, null, 2));
}
