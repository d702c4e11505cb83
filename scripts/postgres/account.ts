import { spawnSync } from "node:child_process";
import { existsSync, statSync } from "node:fs";
import { StartError } from "./start-error";

/** The system account the server runs under; null means the current one. */
export type ServerAccount = { name: string; uid: number; gid: number } | null;

/**
 * PostgreSQL refuses to run as root, so root drops to whoever owns the cluster already, to `postgres`, or to
 * `nobody`. No account is ever created on the host. Throws a StartError when a cluster belongs to someone the
 * current user cannot act for.
 */
export function chooseServerAccount(clusterDir: string): ServerAccount {
  const current = process.getuid?.();
  if (current === undefined) return null;
  const owner = existsSync(clusterDir) ? statSync(clusterDir) : null;
  if (current !== 0) {
    if (owner && owner.uid !== current) {
      throw new StartError(
        `DATA_DIR: the database in ${clusterDir} belongs to another user (uid ${owner.uid}); start as that user or as root, or choose another DATA_DIR`,
      );
    }
    return null;
  }
  if (owner && owner.uid !== 0) return { name: `uid ${owner.uid}`, uid: owner.uid, gid: owner.gid };
  for (const name of ["postgres", "nobody"]) {
    const uid = numericId("-u", name);
    const gid = numericId("-g", name);
    if (uid !== null && gid !== null) return { name, uid, gid };
  }
  throw new StartError(
    "PostgreSQL cannot run as root and this system has neither a postgres nor a nobody account; start as an ordinary user or set DATABASE_URL",
  );
}

/** Whether that account can enter the folder and write in it. */
export function canWrite(account: ServerAccount, folder: string): boolean {
  if (!account) return true;
  return (
    spawnSync("/bin/sh", ["-c", 'cd "$1" && test -w .', "sh", folder], {
      cwd: "/",
      stdio: "ignore",
      ...credentials(account),
    }).status === 0
  );
}

export function credentials(account: ServerAccount): { uid?: number; gid?: number } {
  return account ? { uid: account.uid, gid: account.gid } : {};
}

function numericId(flag: "-u" | "-g", name: string): number | null {
  const answer = spawnSync("id", [flag, name], { encoding: "utf8" });
  const id = Number.parseInt(answer.stdout ?? "", 10);
  return answer.status === 0 && id > 0 ? id : null;
}

/** What the server's programs get to see: nothing of ours, so that no secret of the parent stands in /proc. */
export const serverEnvironment: NodeJS.ProcessEnv = {
  NODE_ENV: "production",
  PATH: "/usr/bin:/bin",
  LC_ALL: "C",
  TZ: "UTC",
};
