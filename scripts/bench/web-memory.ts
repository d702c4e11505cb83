import { readFileSync } from "node:fs";
import path from "node:path";
import { describeMachine } from "./support/machine";
import { runCopy } from "./support/run-copy";

// The web process after 1,000 page views by the demo's owner: resident memory, at rest and at its highest.
const views = 1_000;
const atOnce = 4;
const pages = [
  "/",
  "/login",
  "/chat",
  "/contacts",
  "/newsletters",
  "/templates",
  "/activity",
  "/settings/workspace",
];

const dataDir = path.resolve(".data/bench-web");
const copy = await runCopy(process.cwd(), dataDir);
try {
  Object.assign(process.env, {
    DATA_DIR: dataDir,
    APP_URL: copy.url,
    DATABASE_URL: readFileSync(path.join(dataDir, "run/database-url"), "utf8").trim(),
  });
  const cookie = await signIn();
  const pid = readFileSync(path.join(dataDir, "run/web.pid"), "utf8").trim();
  const before = residentMb(pid);
  let highest = before;
  let next = 0;
  const statuses = new Map<number, number>();
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      while (next < views) {
        const page = pages[next++ % pages.length] ?? "/";
        const answer = await fetch(`${copy.url}${page}`, { headers: { cookie }, redirect: "manual" });
        await answer.arrayBuffer();
        statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
        highest = Math.max(highest, residentMb(pid));
      }
    }),
  );
  const after = residentMb(pid);
  console.log(
    `${describeMachine()}\n${views} page views (${[...statuses].map(([status, count]) => `${count} × ${status}`).join(", ")}): ${before} MB before, ${highest} MB at most, ${after} MB after.`,
  );
  console.log(
    JSON.stringify({
      bench: "web-memory",
      views,
      before,
      highest,
      after,
      unit: "MB",
      machine: describeMachine(),
    }),
  );
} finally {
  await copy.stop();
}

/** A session made past the form: signing in is not what is measured. */
async function signIn(): Promise<string> {
  const { openSession } = await import("@/lib/accounts/open-session");
  const { sessionCookieName } = await import("@/lib/accounts/session-cookie");
  const { db, disconnect } = await import("@/lib/platform/db");
  const [email = ""] = readFileSync(path.join(dataDir, "secrets/demo-sign-in"), "utf8").split(" ");
  const user = await db().user.findFirstOrThrow({ where: { email } });
  const { token } = await openSession(user.id, { userAgent: "benchmark", network: null });
  await disconnect();
  return `${sessionCookieName()}=${token}`;
}

function residentMb(pid: string): number {
  const line = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, "utf8"));
  return Math.round(Number(line?.[1] ?? 0) / 1_024);
}
