import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { isAlive } from "@/scripts/postgres/postmaster";
import { requireFreePorts } from "@/scripts/up/ports";
import { holdDataDir } from "@/scripts/up/run-lock";
import { Service } from "@/scripts/up/service";

let dataDir: string;

beforeEach(() => {
  dataDir = mkdtempSync(path.join(tmpdir(), "galley-up-"));
  mkdirSync(path.join(dataDir, "run"));
});
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

function service(
  script: string,
  onGiveUp: (reason: string) => void = () => undefined,
  graceMs = 2_000,
): Service {
  return new Service(
    { name: "part", args: ["-e", script], env: { ...process.env, LOG_FORMAT: "json" }, graceMs },
    dataDir,
    onGiveUp,
  );
}

function pid(): number {
  return Number(readFileSync(path.join(dataDir, "run", "part.pid"), "utf8"));
}

/** The start itself, on ports of its own, as far as a fault lets it come. */
function start(env: Record<string, string>) {
  return spawnSync(process.execPath, ["scripts/up.mjs"], {
    encoding: "utf8",
    env: { ...process.env, DATA_DIR: dataDir, PORT: "0", MAIL_UI_PORT: "0", SMTP_PORT: "0", ...env },
  });
}

test("a child that dies is started again, under a new id", async () => {
  const part = service("setInterval(() => {}, 1000)");
  part.start();
  const first = pid();
  process.kill(first, "SIGKILL");
  await vi.waitFor(() => expect(pid()).not.toBe(first), { timeout: 5_000 });
  await part.stop();
  expect(existsSync(path.join(dataDir, "run", "part.pid"))).toBe(false);
});

test("five deaths within a minute are given up", async () => {
  const reasons: string[] = [];
  service("process.exit(3)", (reason) => reasons.push(reason)).start();
  await vi.waitFor(() => expect(reasons).toEqual(["part ended with 3, the fifth time within a minute"]), {
    timeout: 15_000,
  });
});

test("a child that does not stop when told is killed after its grace", async () => {
  const part = service("process.on('SIGTERM', () => {}); setInterval(() => {}, 1000)", undefined, 300);
  part.start();
  const running = pid();
  await part.stop();
  expect(isAlive(running)).toBe(false);
});

test("nothing outlives a supervisor that is killed", async () => {
  const script = `
    import { Service } from "./scripts/up/service.ts";
    const env = { ...process.env, LOG_FORMAT: "json" };
    new Service({ name: "part", args: ["-e", "setInterval(() => {}, 1000)"], env, graceMs: 1000 }, ${JSON.stringify(dataDir)}, () => {}).start();`;
  const supervisor = spawn(process.execPath, ["--import", "tsx", "--input-type=module", "-e", script], {
    stdio: "inherit",
  });
  await vi.waitFor(() => expect(pid()).toBeGreaterThan(0), { timeout: 15_000 });
  const child = pid();
  supervisor.kill("SIGKILL");
  await vi.waitFor(() => expect(isAlive(child)).toBe(false), { timeout: 10_000 });
});

test("a busy port is named with its variable", async () => {
  const server = createServer();
  const port = await new Promise<number>((resolve) => {
    server.listen(0, "127.0.0.1", () => resolve((server.address() as { port: number }).port));
  });
  await expect(requireFreePorts([{ variable: "SMTP_PORT", port, host: "127.0.0.1" }], 0)).rejects.toThrow(
    `SMTP_PORT: port ${port} is in use; stop what listens there or set SMTP_PORT to another`,
  );
  server.close();
  await requireFreePorts([{ variable: "SMTP_PORT", port, host: "127.0.0.1" }], 2_000);
});

test("one data folder serves one start; a dead one's claim is passed over", () => {
  const release = holdDataDir(dataDir);
  expect(Number(readFileSync(path.join(dataDir, "run", "supervisor.pid"), "utf8"))).toBe(process.pid);
  release();
  const dead = spawnSync(process.execPath, ["-e", "console.log(process.pid)"], {
    encoding: "utf8",
  }).stdout.trim();
  spawnSync("sh", ["-c", `echo ${dead} > ${dataDir}/run/supervisor.pid`]);
  holdDataDir(dataDir)();
});

test("bad variables end the start with one line each and 1", () => {
  const result = start({ PORT: "99999", TRIAL_DAYS: "many", GALLEY_FEATURES: "no_such_part" });
  expect(result.status).toBe(1);
  const lines = result.stderr.trim().split("\n");
  expect(lines.map((line) => line.split(":")[0])).toEqual(["PORT", "TRIAL_DAYS", "GALLEY_FEATURES"]);
});

test("a dead database ends the start with one line that keeps the password to itself", () => {
  const result = start({ DATABASE_URL: "postgresql://ana:hidden@127.0.0.1:9/galley" });
  expect(result.status).toBe(1);
  expect(result.stderr.trim().split("\n")).toHaveLength(1);
  expect(result.stderr).toContain("DATABASE_URL: no database answers at 127.0.0.1:9/galley");
  expect(result.stderr).not.toContain("hidden");
});
