import { spawnSync } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import {
  chownSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { canWrite, chooseServerAccount, credentials, type ServerAccount, serverEnvironment } from "./account";
import { findPostgresBinaries } from "./binaries";
import { hostFolder } from "./host-folder";
import { StartError } from "./start-error";

export const databaseUser = "galley";

export type Cluster = { dir: string; bin: string; account: ServerAccount; password: string };

/**
 * The cluster under `DATA_DIR/postgres`, made when it is not there yet. Under root, when the server's account
 * cannot reach that folder, `DATA_DIR/postgres` is a link to a folder of the host.
 */
export function openCluster(dataDir: string): Cluster {
  const entry = path.join(dataDir, "postgres");
  const password = readPassword(dataDir, entry);
  const account = chooseServerAccount(followLink(entry));
  const bin = findPostgresBinaries(account);
  const dir = followLink(entry);
  if (!existsSync(path.join(dir, "PG_VERSION")))
    return initialise({ dataDir, entry, bin, account, password });
  return { dir, bin, account, password };
}

function followLink(entry: string): string {
  const state = lstatSync(entry, { throwIfNoEntry: false });
  return state?.isSymbolicLink() ? path.resolve(path.dirname(entry), readlinkSync(entry)) : entry;
}

function readPassword(dataDir: string, entry: string): string {
  const file = path.join(dataDir, "secrets", "postgres-password");
  if (existsSync(file)) return readFileSync(file, "utf8").trim();
  if (existsSync(path.join(entry, "PG_VERSION"))) {
    throw new StartError(`DATA_DIR: ${file} is missing, so the database in ${entry} cannot be opened`);
  }
  const password = randomBytes(24).toString("base64url");
  writeFileSync(file, `${password}\n`, { mode: 0o600 });
  return password;
}

function initialise(input: {
  dataDir: string;
  entry: string;
  bin: string;
  account: ServerAccount;
  password: string;
}): Cluster {
  const { dataDir, entry, bin, account, password } = input;
  // Made beside its place and moved there when whole: a start that is broken off leaves nothing half-made.
  let dir = entry;
  let partial = `${entry}.new`;
  rmSync(entry, { recursive: true, force: true });
  makeOwned(partial, account);
  if (!canWrite(account, partial)) {
    rmSync(partial, { recursive: true, force: true });
    const key = createHash("sha256").update(path.resolve(dataDir)).digest("hex").slice(0, 12);
    dir = path.join(hostFolder(), `data-${key}`);
    partial = `${dir}.new`;
    rmSync(dir, { recursive: true, force: true });
    makeOwned(partial, account);
  }
  runInitdb(bin, partial, account, password);
  renameSync(partial, dir);
  if (dir !== entry) symlinkSync(dir, entry);
  return { dir, bin, account, password };
}

function makeOwned(folder: string, account: ServerAccount): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { mode: 0o700 });
  if (account) chownSync(folder, account.uid, account.gid);
}

function runInitdb(bin: string, folder: string, account: ServerAccount, password: string): void {
  const passwordFile = `${folder}.password`;
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  if (account) chownSync(passwordFile, account.uid, account.gid);
  const answer = spawnSync(
    path.join(bin, "initdb"),
    [
      `--pgdata=${folder}`,
      `--username=${databaseUser}`,
      `--pwfile=${passwordFile}`,
      "--auth=scram-sha-256",
      "--encoding=UTF8",
      "--locale=C",
      "--locale-provider=builtin",
      "--builtin-locale=C.UTF-8",
      "--no-instructions",
    ],
    {
      cwd: folder,
      env: serverEnvironment,
      encoding: "utf8",
      ...credentials(account),
    },
  );
  rmSync(passwordFile, { force: true });
  if (answer.status === 0) return;
  rmSync(folder, { recursive: true, force: true });
  const reason = (answer.stderr || answer.error?.message || "").trim().split("\n").at(-1);
  throw new StartError(`PostgreSQL could not be initialised: ${reason}`);
}
