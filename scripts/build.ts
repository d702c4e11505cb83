import { spawnSync } from "node:child_process";
import { buildStamp, clientStamp } from "./up/build-stamp";

// `npm run build`: the database client, then web and worker in their production form, stamped with what it was made from,
// so that `make start` knows whether it is current.
run("node_modules/prisma/build/index.js", "generate");
clientStamp().write();
run("node_modules/next/dist/bin/next", "build");
run("--import", "tsx", "scripts/build-worker.ts");
buildStamp().write();

function run(...args: string[]): void {
  const result = spawnSync(process.execPath, args, {
    stdio: "inherit",
    env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
  });
  if (result.status !== 0) process.exit(result.status ?? 1);
}
