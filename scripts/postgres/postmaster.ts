import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";

const fastShutdownMs = 20_000;

/**
 * The server that holds a cluster, from its `postmaster.pid` (pid on line 1, port on line 4, absent while it
 * starts). A file left by a server that is gone, or whose pid is now another program's, is removed.
 */
export function readPostmaster(clusterDir: string): { pid: number; port: number | null } | null {
  const file = path.join(clusterDir, "postmaster.pid");
  let lines: string[];
  try {
    lines = readFileSync(file, "utf8").split("\n");
  } catch {
    return null;
  }
  const pid = Number.parseInt(lines[0] ?? "", 10);
  if (!(pid > 0) || !isAlive(pid) || !isPostgres(pid)) {
    rmSync(file, { force: true });
    return null;
  }
  return { pid, port: Number.parseInt(lines[3] ?? "", 10) || null };
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !isZombie(pid);
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

/** SIGINT is PostgreSQL's fast shutdown; SIGQUIT, which needs recovery at the next start, only when that hangs. */
export async function stopPostmaster(pid: number): Promise<void> {
  for (const signal of ["SIGINT", "SIGQUIT", "SIGKILL"] as const) {
    if (!send(pid, signal)) return;
    const deadline = Date.now() + fastShutdownMs;
    while (Date.now() < deadline) {
      if (!isAlive(pid)) return;
      await delay(20);
    }
  }
}

/**
 * Claims the server for this process. Several processes may share one server (two test runs, say): it is stopped by
 * the last to let go. A watcher does so for a process that is killed: it holds the reading end of a pipe, which the
 * system closes whatever ends us. It is a shell because that costs a megabyte where Node costs forty.
 */
export function leasePostmaster(leases: string): { watch: (pid: number) => void; release: () => boolean } {
  mkdirSync(leases, { recursive: true });
  const own = path.join(leases, String(process.pid));
  writeFileSync(own, "");
  let watcher: ChildProcess | null = null;
  return {
    watch(pid) {
      if (process.platform !== "win32") watcher = startWatcher(pid, leases);
    },
    /** True when nobody else holds the server. */
    release() {
      watcher?.kill("SIGKILL");
      rmSync(own, { force: true });
      return readdirSync(leases).every((holder) => !isAlive(Number(holder)));
    },
  };
}

const watcherScript = `trap "" INT TERM HUP
read _
rm -f "$2/$3"
for lease in "$2"/*; do kill -0 "\${lease##*/}" 2>/dev/null && exit 0; done
kill -INT "$1"`;

function startWatcher(pid: number, leases: string): ChildProcess {
  const watcher = spawn("/bin/sh", ["-c", watcherScript, "sh", String(pid), leases, String(process.pid)], {
    cwd: "/",
    stdio: ["pipe", "ignore", "ignore"],
    detached: true,
  });
  watcher.on("error", () => undefined);
  watcher.unref();
  // The pipe must neither keep a finished program waiting nor end it when the watcher is gone first.
  const pipe = watcher.stdin;
  pipe.on("error", () => undefined);
  if ("unref" in pipe && typeof pipe.unref === "function") pipe.unref();
  return watcher;
}

function send(pid: number, signal: NodeJS.Signals): boolean {
  try {
    process.kill(pid, signal);
    return true;
  } catch {
    return false;
  }
}

/** In a container without an init, an orphan that ended stays listed until someone reaps it. */
function isZombie(pid: number): boolean {
  try {
    return /^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, "utf8"));
  } catch {
    return false;
  }
}

function isPostgres(pid: number): boolean {
  const answer = spawnSync("ps", ["-p", String(pid), "-o", "comm="], { encoding: "utf8" });
  if (answer.error) return readComm(pid).includes("postgres");
  return answer.stdout.includes("postgres");
}

function readComm(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/comm`, "utf8");
  } catch {
    return "postgres";
  }
}
