import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { connect } from "node:net";
import { env, envFaults } from "@/lib/platform/env";

// `npm run start`: the web server that `npm run build` made, in the foreground, for production. It starts no stand-in and
// accepts none: mail of people who wait for it must not end in a mailbox on a laptop.
const faults = envFaults();
if (faults.length === 0 && (await isStandIn(env().SMTP_URL))) {
  faults.push("SMTP_URL: is the local mailbox, a stand-in; name a mail server, or use `make start`");
}
if (!existsSync(".next/BUILD_ID")) faults.push("The web app is not built: run `npm run build` first.");
if (faults.length > 0) {
  console.error(faults.join("\n"));
  process.exit(1);
}

const { HOST, PORT } = env();
const web = spawn(
  process.execPath,
  ["node_modules/next/dist/bin/next", "start", "-H", HOST, "-p", String(PORT)],
  { stdio: "inherit", env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" } },
);
for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => web.kill(signal));
web.on("exit", (code) => process.exit(code ?? 0));

/** The mailbox says who it is in its greeting. A server that does not answer is no stand-in; readiness tells of it. */
function isStandIn(smtpUrl: string | undefined): Promise<boolean> {
  if (!smtpUrl?.startsWith("smtp:")) return Promise.resolve(false);
  const { hostname, port } = new URL(smtpUrl);
  return new Promise((resolve) => {
    const socket = connect({ host: hostname, port: Number(port || 25), timeout: 2_000 });
    const answer = (is: boolean) => {
      socket.destroy();
      resolve(is);
    };
    socket.once("data", (greeting) => answer(greeting.toString("utf8").includes("Galley mailbox")));
    socket.once("error", () => answer(false));
    socket.once("timeout", () => answer(false));
  });
}
