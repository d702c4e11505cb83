import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { env, envFaults } from "@/lib/platform/env";
import { log } from "@/lib/platform/log";
import { startWorker } from "@/lib/worker/start-worker";

// `npm run worker`: one worker in the foreground. SIGTERM and SIGINT drain it; a fault nobody caught ends it with 1,
// for whoever supervises it to start it again.
const faults = envFaults();
if (faults.length > 0) {
  console.error(faults.join("\n"));
  process.exit(1);
}

const stop = new AbortController();
for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => stop.abort());
for (const event of ["uncaughtException", "unhandledRejection"] as const) {
  process.on(event, (error) => {
    log.error("worker failed", {
      error: error instanceof Error ? (error.stack ?? error.message) : String(error),
    });
    process.exit(1);
  });
}

const pidFile = path.resolve(env().DATA_DIR, "run", "worker.pid");
mkdirSync(path.dirname(pidFile), { recursive: true });
writeFileSync(pidFile, `${process.pid}\n`);
await startWorker({ signal: stop.signal });
if (readFileSync(pidFile, "utf8").trim() === String(process.pid)) rmSync(pidFile, { force: true });
process.exit(0);
