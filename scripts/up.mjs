// First stage of `make start` and `npm run up`. It runs on whatever Node the machine has and needs no package: it
// installs them when they are missing, then hands over to the Node that came with them.
import { spawn } from "node:child_process";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { ensurePackages, packagedNode } from "./up/packages.mjs";

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
process.chdir(root);

const startedMs = Date.now();
let running = null;
let stopping = false;
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
  process.on(signal, () => {
    stopping = true;
    running?.kill(signal === "SIGHUP" ? "SIGTERM" : signal);
  });
}
followParent();

try {
  await ensurePackages(root, (child) => {
    running = child;
  });
} catch (error) {
  if (!stopping) console.error(error.message);
  process.exit(stopping ? 0 : 1);
}
if (stopping) process.exit(0);

running = spawn(
  packagedNode(root),
  [
    "--import",
    "./scripts/up/tether.mjs",
    "--import",
    "tsx",
    "scripts/up/supervise.ts",
    ...process.argv.slice(2),
  ],
  {
    stdio: ["inherit", "inherit", "inherit", "pipe"],
    env: { ...process.env, GALLEY_TETHER: "3", GALLEY_STARTED_MS: String(startedMs) },
  },
);
running.on("exit", (code, signal) => process.exit(signal ? 1 : (code ?? 1)));

/** make and npm do not pass on every signal: when one of them started us and is gone, we go too. */
function followParent() {
  if (!process.env.MAKELEVEL && !process.env.npm_lifecycle_event) return;
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) running ? running.kill("SIGTERM") : process.exit(1);
  }, 1_000).unref();
}
