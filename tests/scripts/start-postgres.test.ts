import { execFileSync, spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { afterEach, expect, test, vi } from "vitest";
import { isAlive } from "@/scripts/postgres/postmaster";
import { StartError } from "@/scripts/postgres/start-error";
import { startPostgres } from "@/scripts/postgres/start-postgres";

const isRoot = process.getuid?.() === 0;
const folders: string[] = [];

function folder(mode = 0o755): string {
  const made = mkdtempSync(path.join(tmpdir(), "galley-postgres-"));
  execFileSync("chmod", [mode.toString(8), made]);
  folders.push(made);
  return made;
}

afterEach(() => {
  for (const made of folders.splice(0)) {
    const data = path.join(made, "data", "postgres");
    if (existsSync(data))
      rmSync(execFileSync("readlink", ["-f", data], { encoding: "utf8" }).trim(), { recursive: true });
    rmSync(made, { recursive: true, force: true });
  }
});

async function ask(url: string, sql: string): Promise<Record<string, unknown> | undefined> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows[0];
  } finally {
    await client.end();
  }
}

/** A process that starts a server and stays, as a supervisor does. */
async function startHolder(dataDir: string, as?: { uid: number; gid: number }) {
  const script = `
    import { startPostgres } from "./scripts/postgres/start-postgres.ts";
    const server = await startPostgres({ dataDir: ${JSON.stringify(dataDir)} });
    console.log(JSON.stringify({ url: server.url, pid: server.pid }));
    setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ["--import", "tsx", "--input-type=module", "-e", script], {
    stdio: ["ignore", "pipe", "inherit"],
    ...as,
  });
  let said = "";
  child.stdout.on("data", (chunk) => {
    said += chunk;
  });
  await vi.waitFor(() => expect(said).toContain("\n"), { timeout: 30_000 });
  const server: { url: string; pid: number } = JSON.parse(said);
  return { child, ...server };
}

test("a server starts, keeps what was written over a restart, and lets only the password in", async () => {
  const dataDir = path.join(folder(), "data");
  const first = await startPostgres({ dataDir });
  expect(readFileSync(path.join(dataDir, "run/postgres.pid"), "utf8").trim()).toBe(String(first.pid));
  expect(readFileSync(path.join(dataDir, "run/database-url"), "utf8").trim()).toBe(first.url);
  expect(statSync(path.join(dataDir, "run/database-url")).mode & 0o777).toBe(0o600);
  await ask(first.url, "CREATE TABLE kept AS SELECT 1 AS a");
  const wrong = new URL(first.url);
  wrong.password = "wrong";
  await expect(ask(wrong.href, "SELECT 1")).rejects.toThrow(/password/);
  await first.stop();
  expect(isAlive(first.pid)).toBe(false);
  expect(existsSync(path.join(dataDir, "run/database-url"))).toBe(false);

  const second = await startPostgres({ dataDir });
  expect(
    await ask(
      second.url,
      "SELECT a, datlocprovider AS p, datlocale AS l FROM kept, pg_database WHERE datname = 'galley'",
    ),
  ).toEqual({
    a: 1,
    p: "b",
    l: "C.UTF-8",
  });
  await second.stop();
});

test("it listens on loopback only, with settings for one machine", async () => {
  const server = await startPostgres({ dataDir: path.join(folder(), "data") });
  expect(
    await ask(
      server.url,
      "SELECT current_setting('listen_addresses') AS a, current_setting('max_connections') AS c, current_setting('unix_socket_directories') AS s",
    ),
  ).toEqual({ a: "127.0.0.1", c: "200", s: "" });
  await server.stop();
});

test("two that start together share one server, which ends with the last of them", async () => {
  const dataDir = path.join(folder(), "data");
  const [here, there] = await Promise.all([startPostgres({ dataDir }), startHolder(dataDir)]);
  expect(there.pid).toBe(here.pid);
  await here.stop();
  expect(isAlive(there.pid)).toBe(true);
  there.child.kill("SIGKILL");
  await vi.waitFor(() => expect(isAlive(there.pid)).toBe(false), { timeout: 10_000 });
});

test("a server whose parent and watcher were both killed is adopted", async () => {
  const dataDir = path.join(folder(), "data");
  const lost = await startHolder(dataDir);
  for (const watcher of watchersOf(lost.pid)) process.kill(watcher, "SIGKILL");
  lost.child.kill("SIGKILL");
  await vi.waitFor(() => expect(isAlive(lost.child.pid ?? 0)).toBe(false));
  expect(isAlive(lost.pid)).toBe(true);
  const server = await startPostgres({ dataDir });
  expect(server).toMatchObject({ pid: lost.pid, adopted: true });
  await server.stop();
  expect(isAlive(lost.pid)).toBe(false);
});

test("a busy port and a folder that cannot be written are one plain line", async () => {
  const dataDir = path.join(folder(), "data");
  const server = await startPostgres({ dataDir });
  await expect(startPostgres({ dataDir: path.join(folder(), "data"), port: server.port })).rejects.toThrow(
    new StartError(`PG_PORT: port ${server.port} is in use; free it or choose another`),
  );
  await server.stop();
});

test.runIf(isRoot)(
  "under root the server runs as an unprivileged account, also below a closed folder",
  async () => {
    for (const mode of [0o755, 0o700]) {
      const dataDir = path.join(folder(mode), "data");
      const server = await startPostgres({ dataDir });
      expect(statSync(`/proc/${server.pid}`).uid).not.toBe(0);
      expect(await ask(server.url, "SELECT 1 AS one")).toEqual({ one: 1 });
      await server.stop();
      expect(statSync(path.join(dataDir, "postgres/PG_VERSION")).isFile()).toBe(true);
    }
  },
);

test.runIf(isRoot && canNobodyReachUs())(
  "an ordinary user starts it as it is, and cannot open another's",
  async () => {
    const nobody = { uid: 65_534, gid: 65_534 };
    const home = folder();
    execFileSync("chown", [`${nobody.uid}:${nobody.gid}`, home]);
    const server = await startHolder(path.join(home, "data"), nobody);
    expect(statSync(`/proc/${server.pid}`).uid).toBe(nobody.uid);
    server.child.kill("SIGKILL");
    await vi.waitFor(() => expect(isAlive(server.pid)).toBe(false), { timeout: 10_000 });

    const closed = path.join(folder(), "data");
    mkdirSync(path.join(closed, "secrets"), { recursive: true, mode: 0o700 });
    const refused = spawnSync(
      process.execPath,
      [
        "--import",
        "tsx",
        "--input-type=module",
        "-e",
        `import { startPostgres } from "./scripts/postgres/start-postgres.ts"; await startPostgres({ dataDir: ${JSON.stringify(closed)} });`,
      ],
      { encoding: "utf8", ...nobody },
    );
    expect(refused.stderr).toContain("this user cannot write in");
  },
);

/** Not when the repository lies under a folder that is closed to others. */
function canNobodyReachUs(): boolean {
  return (
    spawnSync(process.execPath, ["-e", "process.chdir(process.cwd())"], { uid: 65_534, gid: 65_534 })
      .status === 0
  );
}

function watchersOf(pid: number): number[] {
  const found = spawnSync("pgrep", ["-f", `^/bin/sh -c trap.* sh ${pid} `], { encoding: "utf8" }).stdout;
  return found
    .split("\n")
    .map(Number)
    .filter((watcher) => watcher > 0);
}
