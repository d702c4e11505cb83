import { type ChildProcess, spawn } from "node:child_process";
import {
  accessSync,
  constants,
  mkdirSync,
  openSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import pg from "pg";
import { credentials, serverEnvironment } from "./account";
import { type Cluster, databaseUser, openCluster } from "./cluster";
import { isAlive, leasePostmaster, readPostmaster, stopPostmaster } from "./postmaster";
import { StartError } from "./start-error";
import { withStartLock } from "./start-lock";

export type PostgresServer = {
  /** Address of the database `galley`, with its password. */
  url: string;
  port: number;
  pid: number;
  /** The server was already running, left by a start that had been killed. */
  adopted: boolean;
  /** Resolves when the server process is gone, whoever ended it. */
  exited: Promise<void>;
  /**
   * Fast shutdown: sessions are ended, nothing committed is lost. Returns when the process is gone; another process
   * that holds the same server keeps it running.
   */
  stop: () => Promise<void>;
};

const startupMs = 30_000;
const logLimitBytes = 5_000_000;
const database = "galley";

/** Bounded memory, loopback only, no socket file: two copies of Galley never meet. */
const defaultSettings: Record<string, string> = {
  listen_addresses: "127.0.0.1",
  unix_socket_directories: "",
  max_connections: "200",
  shared_buffers: "128MB",
  timezone: "UTC",
  log_timezone: "UTC",
  jit: "off",
};

/**
 * Starts the packaged PostgreSQL on `DATA_DIR/postgres`, or adopts the server that a killed parent left there, and
 * writes `DATA_DIR/run/postgres.pid` and `DATA_DIR/run/database-url` (0600). The server ends with this process,
 * even when this process is killed. Throws a StartError with one plain line for what a person can mend.
 */
export async function startPostgres(options: {
  dataDir: string;
  port?: number | undefined;
  settings?: Record<string, string>;
}): Promise<PostgresServer> {
  const dataDir = path.resolve(options.dataDir);
  const runDir = path.join(dataDir, "run");
  makeWritable(dataDir, runDir);
  const lease = leasePostmaster(path.join(runDir, "postgres-leases"));
  const { server, adopted, url } = await withStartLock(path.join(runDir, "postgres-start.lock"), async () => {
    const cluster = openCluster(dataDir);
    const left = await adopt(cluster, options.port);
    const server = left ?? (await launch(cluster, dataDir, options));
    lease.watch(server.pid);
    return { server, adopted: left !== null, url: await ensureDatabase(cluster, server.port) };
  });
  writeFileSync(path.join(runDir, "postgres.pid"), `${server.pid}\n`);
  writeFileSync(path.join(runDir, "postgres.port"), `${server.port}\n`);
  writeFileSync(path.join(runDir, "database-url"), `${url}\n`, { mode: 0o600 });

  const exited = server.child ? exitOf(server.child) : pollExit(server.pid);
  return {
    url,
    port: server.port,
    pid: server.pid,
    adopted,
    exited,
    async stop() {
      if (!lease.release()) return;
      await stopPostmaster(server.pid);
      rmSync(path.join(runDir, "postgres.pid"), { force: true });
      rmSync(path.join(runDir, "database-url"), { force: true });
    },
  };
}

function makeWritable(dataDir: string, runDir: string): void {
  try {
    mkdirSync(runDir, { recursive: true, mode: 0o755 });
    mkdirSync(path.join(dataDir, "secrets"), { recursive: true, mode: 0o700 });
    accessSync(path.join(dataDir, "secrets"), constants.R_OK | constants.W_OK | constants.X_OK);
    accessSync(runDir, constants.W_OK);
  } catch {
    throw new StartError(
      `DATA_DIR: this user cannot write in ${dataDir}; choose another folder or its owner`,
    );
  }
}

type Running = { pid: number; port: number; child: ChildProcess | null };

/** Waits out a server that is starting or stopping; a leftover on another port than the one asked for is stopped. */
async function adopt(cluster: Cluster, wantedPort: number | undefined): Promise<Running | null> {
  const deadline = Date.now() + startupMs;
  while (Date.now() < deadline) {
    const found = readPostmaster(cluster.dir);
    if (!found) return null;
    if (found.port !== null && (await answers(cluster, found.port))) {
      if (wantedPort === undefined || wantedPort === found.port) {
        return { pid: found.pid, port: found.port, child: null };
      }
      await stopPostmaster(found.pid);
      continue;
    }
    await delay(50);
  }
  throw new StartError(
    `The database in ${cluster.dir} is held by a server that does not answer; end it and start again`,
  );
}

async function launch(
  cluster: Cluster,
  dataDir: string,
  options: { port?: number | undefined; settings?: Record<string, string> },
): Promise<Running> {
  const port = options.port ?? (await freePort(previousPort(dataDir)));
  if (options.port !== undefined && !(await isFree(port))) {
    throw new StartError(`PG_PORT: port ${port} is in use; free it or choose another`);
  }
  const settings = { ...defaultSettings, ...options.settings };
  const log = openLog(dataDir);
  const child = spawn(
    path.join(cluster.bin, "postgres"),
    [
      "-D",
      cluster.dir,
      "-p",
      String(port),
      ...Object.entries(settings).flatMap(([k, v]) => ["-c", `${k}=${v}`]),
    ],
    {
      cwd: cluster.dir,
      env: serverEnvironment,
      stdio: ["ignore", log.fd, log.fd],
      detached: true,
      ...credentials(cluster.account),
    },
  );
  child.unref();
  child.on("error", () => undefined);
  const deadline = Date.now() + startupMs;
  while (!(await answers(cluster, port))) {
    if (
      child.pid === undefined ||
      child.exitCode !== null ||
      child.signalCode !== null ||
      Date.now() > deadline
    ) {
      if (child.pid !== undefined && isAlive(child.pid)) child.kill("SIGQUIT");
      throw new StartError(`PostgreSQL did not start: ${lastLogLine(log.file)} (${log.file})`);
    }
    await delay(20);
  }
  return { pid: child.pid ?? 0, port, child };
}

async function answers(cluster: Cluster, port: number): Promise<boolean> {
  try {
    return await withClient(cluster, port, "postgres", async (client) => {
      const answer = await client.query<{ data_directory: string }>("SHOW data_directory");
      return realpathSync(answer.rows[0]?.data_directory ?? "") === realpathSync(cluster.dir);
    });
  } catch {
    return false;
  }
}

async function ensureDatabase(cluster: Cluster, port: number): Promise<string> {
  await withClient(cluster, port, "postgres", async (client) => {
    const known = await client.query("SELECT 1 FROM pg_database WHERE datname = $1", [database]);
    if (known.rowCount === 0) await client.query(`CREATE DATABASE ${database}`);
  });
  return urlOf(cluster, port, database);
}

async function withClient<T>(
  cluster: Cluster,
  port: number,
  name: string,
  use: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const client = new pg.Client({
    connectionString: urlOf(cluster, port, name),
    connectionTimeoutMillis: 5_000,
  });
  client.on("error", () => undefined);
  await client.connect();
  try {
    return await use(client);
  } finally {
    await client.end();
  }
}

function urlOf(cluster: Cluster, port: number, name: string): string {
  return `postgresql://${databaseUser}:${cluster.password}@127.0.0.1:${port}/${name}`;
}

function openLog(dataDir: string): { file: string; fd: number } {
  const folder = path.join(dataDir, "logs");
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, "postgres.log");
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  return { file, fd: openSync(file, size > logLimitBytes ? "w" : "a") };
}

function lastLogLine(file: string): string {
  const lines = readFileSync(file, "utf8").trim().split("\n");
  return lines.filter((line) => /FATAL|PANIC|ERROR/.test(line)).at(-1) ?? lines.at(-1) ?? "no reason given";
}

function previousPort(dataDir: string): number | null {
  try {
    return Number(readFileSync(path.join(dataDir, "run", "postgres.port"), "utf8")) || null;
  } catch {
    return null;
  }
}

async function freePort(preferred: number | null): Promise<number> {
  if (preferred !== null && (await isFree(preferred))) return preferred;
  return listenOnce(0);
}

async function isFree(port: number): Promise<boolean> {
  return listenOnce(port).then(
    () => true,
    () => false,
  );
}

function listenOnce(port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : port));
    });
  });
}

function exitOf(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => child.once("exit", () => resolve()));
}

async function pollExit(pid: number): Promise<void> {
  while (isAlive(pid)) await delay(500, undefined, { ref: false });
}
