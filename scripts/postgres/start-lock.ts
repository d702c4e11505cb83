import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { setTimeout as delay } from "node:timers/promises";
import { isAlive } from "./postmaster";
import { StartError } from "./start-error";

const waitMs = 60_000;

/** Runs the work while no other living process holds that file; a holder that died is passed over. */
export async function withStartLock<T>(file: string, work: () => Promise<T>): Promise<T> {
  const deadline = Date.now() + waitMs;
  while (!acquire(file)) {
    if (Date.now() > deadline)
      throw new StartError(`Another start still holds ${file}; end it and try again`);
    await delay(50);
  }
  try {
    return await work();
  } finally {
    rmSync(file, { force: true });
  }
}

function acquire(file: string): boolean {
  try {
    writeFileSync(file, String(process.pid), { flag: "wx" });
    return true;
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
  }
  const holder = readHolder(file);
  if (holder !== null && !isAlive(holder)) rmSync(file, { force: true });
  return false;
}

function readHolder(file: string): number | null {
  try {
    return Number.parseInt(readFileSync(file, "utf8"), 10) || null;
  } catch {
    return null;
  }
}
