import { spawnSync } from "node:child_process";
import { buildStamp, clientStamp } from "./up/build-stamp";

// `npm run build`: the database client, then the web app in its production form, stamped with what it was made from,
// so that `make start` knows whether it is current.
for (const step of [
  { program: "node_modules/prisma/build/index.js", args: ["generate"], stamp: clientStamp() },
  { program: "node_modules/next/dist/bin/next", args: ["build"], stamp: buildStamp() },
]) {
  const result = spawnSync(process.execPath, [step.program, ...step.args], {
    stdio: "inherit",
    env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
  });
  if (result.status !== 0) process.exit(result.status ?? 1);
  step.stamp.write();
}
