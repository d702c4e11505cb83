import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import path from "node:path";

export type SpawnedWorker = { ready: Promise<void>; kill: () => Promise<void> };

/** A worker in a process of its own, on this test file's database. */
export function spawnWorker(smtpUrl: string): SpawnedWorker {
  const child: ChildProcess = fork(path.resolve("tests/sending/support/sending-worker.ts"), {
    execArgv: ["--import", "tsx"],
    env: { ...process.env, SMTP_URL: smtpUrl },
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  const ready = new Promise<void>((resolve, reject) => {
    child.once("message", () => resolve());
    child.once("exit", (code) => reject(new Error(`the worker ended with ${code}`)));
  });
  ready.catch(() => undefined);
  return {
    ready,
    kill: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill("SIGKILL");
      await once(child, "exit");
    },
  };
}
