import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, mkdirSync, openSync, readFileSync } from "node:fs";
import path from "node:path";
import { StartError } from "@/scripts/postgres/start-error";

const shownLines = 40;

/** Runs the short programs of a start (migrate, seed, build) and can end them all when the start is broken off. */
export class Steps {
  #running = new Set<ChildProcess>();
  #logs: string;

  constructor(dataDir: string) {
    this.#logs = path.join(dataDir, "logs");
    mkdirSync(this.#logs, { recursive: true });
  }

  /** Output goes to DATA_DIR/logs/<name>.log. Throws a StartError with the end of it when the program fails. */
  async run(name: string, args: string[], env: NodeJS.ProcessEnv): Promise<void> {
    const file = path.join(this.#logs, `${name}.log`);
    const log = openSync(file, "w");
    const child = spawn(process.execPath, ["--import", "./scripts/up/tether.mjs", ...args], {
      env: { ...env, GALLEY_TETHER: "3", GALLEY_TETHER_GRACE_MS: "2000" },
      stdio: ["ignore", log, log, "pipe"],
    });
    closeSync(log);
    child.stdio[3]?.on("error", () => undefined);
    this.#running.add(child);
    const code = await new Promise<number | null>((resolve) => {
      child.once("error", () => resolve(1));
      child.once("exit", (exitCode) => resolve(exitCode));
    });
    this.#running.delete(child);
    if (code === 0) return;
    const end = readFileSync(file, "utf8").trim().split("\n").slice(-shownLines).join("\n");
    throw new StartError(
      `${end}\nThe step "${name}" failed; its whole output is in ${path.relative(".", file)}`,
    );
  }

  stop(): void {
    for (const child of this.#running) child.kill("SIGTERM");
  }
}
