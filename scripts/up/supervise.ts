import { mkdirSync, watch } from "node:fs";
import path from "node:path";
import { StartError } from "@/scripts/postgres/start-error";
import { announce, waitForWeb } from "./announce";
import { buildStamp, clientStamp } from "./build-stamp";
import { checkGiven, type Database, startEmbedded } from "./database";
import { requireFreePorts, type WantedPort } from "./ports";
import { hasLeftovers, holdDataDir } from "./run-lock";
import { Service } from "./service";
import { childEnvironment, readSettings, type Settings } from "./settings";
import { Steps } from "./steps";

// Second stage of `make start`: runs on the packaged Node, starts every part in the foreground and stops them in
// order. Its first stage is scripts/up.mjs.

const leftoverWaitMs = 12_000;
const startedMs = Number(process.env.GALLEY_STARTED_MS) || Date.now();
delete process.env.GALLEY_STARTED_MS;

/** In the order in which they start; stopped in reverse, so web before worker before stand-ins. */
/** Without a bound V8 lets a web process on a large machine grow to 800 MB before it collects; pages need far less. */
const webHeap = ["--max-old-space-size=192", "--max-semi-space-size=2"];

const services: Service[] = [];
let database: Database | null = null;
let steps: Steps | null = null;
let releaseDataDir: (() => void) | null = null;
let stopping: Promise<void> | null = null;

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => void stop(0));
process.on("uncaughtException", (error) => fail(error));
process.on("unhandledRejection", (error) => fail(error));

await start().catch(fail);

async function start(): Promise<void> {
  const settings = readSettings(process.argv.slice(2));
  mkdirSync(path.join(settings.dataDir, "run"), { recursive: true });
  releaseDataDir = holdDataDir(settings.dataDir);
  await requireFreePorts(portsOf(settings), hasLeftovers(settings.dataDir) ? leftoverWaitMs : 0);

  database = settings.databaseUrl
    ? await checkGiven(settings.databaseUrl)
    : await startEmbedded(settings.dataDir, settings.values.PG_PORT || undefined, (reason) =>
        fail(new StartError(reason)),
      );
  const environment = childEnvironment(settings, database.url);
  steps = new Steps(settings.dataDir);
  await prepare(settings, steps, environment);
  if (stopping) return;

  startServices(settings, environment);
  await waitForWeb(settings, () => stopping !== null);
  if (!stopping) announce(settings, database, Date.now() - startedMs);
}

/** Client, tables, demo data and the web build. The seed and the build need nothing of each other. */
async function prepare(settings: Settings, run: Steps, environment: NodeJS.ProcessEnv): Promise<void> {
  const client = clientStamp();
  if (!client.isCurrent()) {
    await run.run("generate", ["node_modules/prisma/build/index.js", "generate"], environment);
    client.write();
  }
  await run.run("migrate", ["--import", "tsx", "scripts/migrate.ts"], environment);
  const seed = settings.values.isLoopback
    ? run.run("seed", ["--import", "tsx", "prisma/seed.ts"], environment)
    : Promise.resolve();
  const [seeded, built] = await Promise.allSettled([seed, build(settings, run, environment)]);
  for (const result of [seeded, built]) if (result.status === "rejected") throw result.reason;
}

async function build(settings: Settings, run: Steps, environment: NodeJS.ProcessEnv): Promise<void> {
  if (settings.isDev) return;
  const current = buildStamp();
  if (current.isCurrent()) return;
  console.log("Building the web app; this takes about a minute and happens only after a change …");
  await run.run("build", ["node_modules/next/dist/bin/next", "build"], environment);
  await run.run("build-worker", ["--import", "tsx", "scripts/build-worker.ts"], environment);
  current.write();
}

function startServices(settings: Settings, environment: NodeJS.ProcessEnv): void {
  const { values, isDev } = settings;
  const next = "node_modules/next/dist/bin/next";
  const place = ["-p", String(values.PORT), "-H", values.HOST];
  const giveUp = (reason: string) => fail(new StartError(reason));
  const add = (definition: ConstructorParameters<typeof Service>[0]) => {
    services.push(new Service(definition, settings.dataDir, giveUp));
  };
  if (!settings.hasOwnMail) {
    const ports = { SMTP_PORT: String(values.SMTP_PORT), MAIL_UI_PORT: String(values.MAIL_UI_PORT) };
    add({
      name: "mailbox",
      args: ["--import", "tsx", "emulators/mailbox/main.ts"],
      env: { ...environment, ...ports },
      graceMs: 2_000,
    });
  }
  add({
    name: "worker",
    args: isDev ? ["--import", "tsx", "scripts/worker.ts"] : [".next/galley-worker.mjs"],
    env: environment,
    graceMs: 11_000,
  });
  add({
    name: "web",
    args: [...(isDev ? [] : webHeap), next, isDev ? "dev" : "start", ...place],
    // Fewer arenas: glibc otherwise keeps what each thread once needed.
    env: { MALLOC_ARENA_MAX: "2", ...environment },
    graceMs: 5_000,
  });
  for (const service of services) service.start();
  if (isDev) restartOnChange("worker", ["lib", "emails", "messages"]);
}

/** Next reloads what it serves; the worker is started anew when what it runs has changed. */
function restartOnChange(name: string, folders: readonly string[]): void {
  const service = services.find((candidate) => candidate.name === name);
  let waiting: NodeJS.Timeout | undefined;
  for (const folder of folders) {
    watch(folder, { recursive: true }, (_event, file) => {
      if (stopping || file?.includes("generated")) return;
      clearTimeout(waiting);
      waiting = setTimeout(() => void service?.restart(), 500);
    });
  }
}

/** PG_PORT is not among them: a server left by a killed start may hold it, which the launcher adopts. */
function portsOf({ values, hasOwnMail }: Settings): WantedPort[] {
  const host = values.HOST;
  return [
    { variable: "PORT", port: values.PORT, host },
    ...(hasOwnMail
      ? []
      : [
          { variable: "SMTP_PORT", port: values.SMTP_PORT, host },
          { variable: "MAIL_UI_PORT", port: values.MAIL_UI_PORT, host },
        ]),
    ...(values.WORKER_PORT ? [{ variable: "WORKER_PORT", port: values.WORKER_PORT, host }] : []),
  ];
}

function fail(error: unknown): void {
  if (!stopping) {
    console.error(error instanceof StartError ? error.message : error);
  }
  void stop(1);
}

function stop(code: number): Promise<void> {
  stopping ??= stopAll().finally(() => process.exit(code));
  return stopping;
}

async function stopAll(): Promise<void> {
  if (services.some((service) => service.isRunning)) console.log("\nStopping …");
  steps?.stop();
  for (const service of [...services].reverse()) await service.stop();
  await database?.stop();
  releaseDataDir?.();
}
