import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { isAlive } from "@/scripts/postgres/postmaster";
import { StartError } from "@/scripts/postgres/start-error";

/** One start per DATA_DIR. Throws a StartError naming the other one. Returns the release. */
export function holdDataDir(dataDir: string): () => void {
  const file = path.join(dataDir, "run", "supervisor.pid");
  for (let attempt = 0; attempt < 2; attempt += 1) {
    try {
      writeFileSync(file, `${process.pid}\n`, { flag: "wx" });
      return () => rmSync(file, { force: true });
    } catch (error) {
      if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
    }
    const holder = Number.parseInt(readFileSync(file, "utf8"), 10);
    if (holder > 0 && holder !== process.pid && isAlive(holder)) {
      throw new StartError(
        `DATA_DIR: Galley already runs from ${dataDir} (process ${holder}); stop it, or set another DATA_DIR and other ports`,
      );
    }
    rmSync(file, { force: true });
  }
  throw new StartError(`DATA_DIR: another start is taking ${dataDir} at this moment`);
}

/** Whether a start that was killed has left processes that are still on their way out. */
export function hasLeftovers(dataDir: string): boolean {
  return readdirSync(path.join(dataDir, "run"))
    .filter((name) => name.endsWith(".pid") && name !== "postgres.pid" && name !== "supervisor.pid")
    .some((name) => isAlive(Number.parseInt(readFileSync(path.join(dataDir, "run", name), "utf8"), 10)));
}
