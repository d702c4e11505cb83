import { spawn } from "node:child_process";
import { createServer } from "node:net";

export type RunningCopy = { url: string; dataDir: string; tookMs: number; stop: () => Promise<void> };

const longestStartMs = 15 * 60_000;

/** `make start` in that folder on free ports, until it says that it runs. */
export async function runCopy(folder: string, dataDir: string): Promise<RunningCopy> {
  const [PORT, MAIL_UI_PORT, SMTP_PORT] = await Promise.all([freePort(), freePort(), freePort()]);
  const env: NodeJS.ProcessEnv = { ...process.env, PORT, MAIL_UI_PORT, SMTP_PORT, DATA_DIR: dataDir };
  for (const name of ["DATABASE_URL", "APP_URL", "SMTP_URL"]) delete env[name];
  const startedMs = performance.now();
  const child = spawn("node", ["scripts/up.mjs"], { cwd: folder, env, stdio: ["ignore", "pipe", "pipe"] });
  let said = "";
  const gone = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const ready = new Promise<void>((resolve, reject) => {
    const read = (chunk: Buffer) => {
      said += chunk;
      if (said.includes("Galley is running")) resolve();
    };
    child.stdout.on("data", read);
    child.stderr.on("data", read);
    void gone.then(() => reject(new Error(`The start ended:\n${said.slice(-4_000)}`)));
    setTimeout(
      () => reject(new Error(`No start within ${longestStartMs / 60_000} minutes`)),
      longestStartMs,
    ).unref();
  });
  try {
    await ready;
  } catch (error) {
    child.kill("SIGTERM");
    throw error;
  }
  return {
    url: `http://localhost:${PORT}`,
    dataDir,
    tookMs: performance.now() - startedMs,
    stop: async () => {
      child.kill("SIGTERM");
      await gone;
    },
  };
}

function freePort(): Promise<string> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(String(typeof address === "object" && address ? address.port : 0)));
    });
  });
}
