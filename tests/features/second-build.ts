import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import path from "node:path";
import { buildStamp } from "@/scripts/up/build-stamp";

const next = "node_modules/next/dist/bin/next";

export type Build = { dist: string; features: string };

/** A production build in a folder of its own, made unless the one that stands there is of the same sources. */
export function makeBuild({ dist, features }: Build): void {
  const stamp = buildStamp(dist, features);
  if (stamp.isCurrent()) return;
  const tsconfig = `${dist}.tsconfig.json`;
  mkdirSync(path.dirname(dist), { recursive: true });
  writeFileSync(tsconfig, JSON.stringify({ extends: path.relative(path.dirname(dist), "tsconfig.json") }));
  // Next.js points this file at the newest build; the editor and the type check mean the usual one.
  const types = readFile("next-env.d.ts");
  const result = spawnSync(process.execPath, [next, "build"], {
    stdio: "inherit",
    env: { ...buildEnvironment(), GALLEY_FEATURES: features, NEXT_DIST_DIR: dist, NEXT_TSCONFIG: tsconfig },
  });
  if (types !== null) writeFileSync("next-env.d.ts", types);
  if (result.status !== 0) throw new Error(`the build with ${features || "everything"} failed`);
  stamp.write();
}

/** The build that people run when it is current, else one of the same kind beside it. */
export function usualBuild(): Build {
  const running = { dist: ".next", features: "" };
  if (buildStamp(running.dist, running.features).isCurrent()) return running;
  const made = { dist: ".data/build-with-all", features: "" };
  makeBuild(made);
  return made;
}

/** The JavaScript files below a folder of a build that hold the words. */
export function filesHolding(folder: string, words: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".js"))
    .filter((name) => readFileSync(path.join(folder, name), "utf8").includes(words));
}

/** Runs a build against this test's database until `stop` is called. */
export async function startBuild({
  dist,
  features,
}: Build): Promise<{ url: string; stop: () => Promise<void> }> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const server = spawn(process.execPath, [next, "start", "--hostname", "127.0.0.1", "--port", `${port}`], {
    stdio: ["ignore", "ignore", "inherit"],
    env: {
      ...buildEnvironment(),
      GALLEY_FEATURES: features,
      NEXT_DIST_DIR: dist,
      APP_URL: url,
      PORT: `${port}`,
    },
  });
  await answering(`${url}/api/health/live`, server);
  return {
    url,
    stop: () =>
      new Promise((resolve) => {
        server.once("exit", () => resolve());
        server.kill("SIGTERM");
      }),
  };
}

// The test runner's own marks would reach Next.js and make it another build than people run.
function buildEnvironment(): NodeJS.ProcessEnv {
  const inherited = Object.entries(process.env).filter(
    ([name]) => !/^(VITEST|TEST$|NODE_ENV$|NODE_OPTIONS$)/.test(name),
  );
  return { ...Object.fromEntries(inherited), NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" };
}

async function answering(address: string, server: ChildProcess): Promise<void> {
  for (const until = Date.now() + 60_000; Date.now() < until; ) {
    if (server.exitCode !== null) break;
    const answer = await fetch(address).catch(() => null);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  server.kill("SIGKILL");
  throw new Error(`${address} did not answer`);
}

async function freePort(): Promise<number> {
  for (let port = 4650; port < 4700; port += 1) if (await isFree(port)) return port;
  throw new Error("no free port from 4650 to 4699");
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", () => resolve(false));
    probe.listen(port, "127.0.0.1", () => probe.close(() => resolve(true)));
  });
}

function readFile(file: string): string | null {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return null;
  }
}
