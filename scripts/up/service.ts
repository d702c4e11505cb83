import { type ChildProcess, spawn } from "node:child_process";
import { rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { printOutput } from "./write-log";

export type ServiceDefinition = {
  /** Also the name of its file in DATA_DIR/run. */
  name: string;
  args: string[];
  env: NodeJS.ProcessEnv;
  /** After SIGTERM it has this long before it is killed. */
  graceMs: number;
};

const restartDelayMs = 500;
const deathWindowMs = 60_000;
const mostDeaths = 5;

/**
 * One long-running child: in a session of its own, bound to us by a pipe, started again when it dies. Five deaths
 * within a minute are reported to `onGiveUp`.
 */
export class Service {
  readonly name: string;
  #definition: ServiceDefinition;
  #pidFile: string;
  #onGiveUp: (reason: string) => void;
  #child: ChildProcess | null = null;
  #deaths: number[] = [];
  #isStopping = false;

  constructor(definition: ServiceDefinition, dataDir: string, onGiveUp: (reason: string) => void) {
    this.name = definition.name;
    this.#definition = definition;
    this.#pidFile = path.join(dataDir, "run", `${definition.name}.pid`);
    this.#onGiveUp = onGiveUp;
  }

  start(): void {
    const { args, env, graceMs } = this.#definition;
    const child = spawn(process.execPath, ["--import", "./scripts/up/tether.mjs", ...args], {
      env: { ...env, GALLEY_TETHER: "3", GALLEY_TETHER_GRACE_MS: String(graceMs + 2_000) },
      stdio: ["ignore", "pipe", "pipe", "pipe"],
      detached: true,
    });
    this.#child = child;
    const isRaw = env.LOG_FORMAT !== undefined;
    if (child.stdout) printOutput(this.name, child.stdout, isRaw);
    if (child.stderr) printOutput(this.name, child.stderr, isRaw);
    child.stdio[3]?.on("error", () => undefined);
    if (child.pid) writeFileSync(this.#pidFile, `${child.pid}\n`);
    child.once("error", (error) => this.#onGiveUp(`${this.name} cannot be started: ${error.message}`));
    child.once("exit", (code, signal) => void this.#onExit(code, signal));
  }

  get isRunning(): boolean {
    return this.#child !== null && this.#child.exitCode === null && this.#child.signalCode === null;
  }

  async stop(): Promise<void> {
    this.#isStopping = true;
    const child = this.#child;
    if (child && this.isRunning) {
      const gone = new Promise<void>((resolve) => child.once("exit", () => resolve()));
      child.kill("SIGTERM");
      const waiting = new AbortController();
      const late = delay(this.#definition.graceMs, true, { signal: waiting.signal }).catch(() => false);
      if ((await Promise.race([gone, late])) === true) {
        child.kill("SIGKILL");
        await gone;
      }
      waiting.abort();
    }
    rmSync(this.#pidFile, { force: true });
  }

  /** Stops it as a shutdown would and starts it anew: for a worker whose code has changed. */
  async restart(): Promise<void> {
    await this.stop();
    this.#isStopping = false;
    this.start();
  }

  async #onExit(code: number | null, signal: NodeJS.Signals | null): Promise<void> {
    if (this.#isStopping) return;
    const now = Date.now();
    this.#deaths = [...this.#deaths.filter((at) => now - at < deathWindowMs), now];
    const how = signal ? `was ended by ${signal}` : `ended with ${code}`;
    if (this.#deaths.length >= mostDeaths) {
      this.#onGiveUp(`${this.name} ${how}, the fifth time within a minute`);
      return;
    }
    console.log(`${this.name} ${how}; starting it again`);
    await delay(restartDelayMs);
    if (!this.#isStopping) this.start();
  }
}
