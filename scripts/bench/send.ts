import { type ChildProcess, fork, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync } from "node:fs";
import { cpus, tmpdir, totalmem } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import pg from "pg";
import { documentFromMarkdown } from "@/lib/content/markdown";

// P1: a personalised campaign (10 kB of HTML, 5 merge tags, 5 counted links, pixel, one-click headers) from one worker to a null sink, ledger on.
// `npx tsx scripts/bench/send.ts [--recipients 50000] [--sink in-repo|postfix]`. Beside it, in the same run, smtp-source → smtp-sink
// (Debian's postfix package) when they are on the PATH. The last line is one JSON object.
const { values } = parseArgs({
  options: { recipients: { type: "string", default: "50000" }, sink: { type: "string", default: "in-repo" } },
});
const recipients = Number(values.recipients);
const postfix =
  spawnSync("smtp-source", ["-h"]).error === undefined && spawnSync("smtp-sink", ["-h"]).error === undefined;

const server = process.env.BENCH_DATABASE_URL ?? process.env.DATABASE_URL;
if (!server) {
  console.error("DATABASE_URL (or BENCH_DATABASE_URL) must name a server on which a database can be made");
  process.exit(1);
}
const database = `galley_bench_${process.pid}`;
const url = new URL(server);
url.pathname = `/${database}`;
Object.assign(process.env, {
  DATABASE_URL: url.href,
  DATA_DIR: mkdtempSync(path.join(tmpdir(), "galley-bench-")),
  APP_URL: "http://localhost:3000",
  APP_SECRET: "bench-secret-bench-secret-bench-secret",
  LOG_LEVEL: "warn",
});

await onServer(`CREATE DATABASE ${database}`);
const children: ChildProcess[] = [];
try {
  await main();
} finally {
  for (const child of children) child.kill("SIGKILL");
  const { disconnect } = await import("@/lib/platform/db");
  const { stopSending } = await import("@/lib/jobs/boss");
  await stopSending();
  await disconnect();
  await onServer(`DROP DATABASE IF EXISTS ${database} WITH (FORCE)`);
}

async function main(): Promise<void> {
  const { installJobQueue } = await import("@/lib/jobs/boss");
  const { applyMigrations } = await import("@/lib/platform/apply-migrations");
  const { db } = await import("@/lib/platform/db");
  const { givenWorkspace } = await import("@/prisma/seed/workspace");
  const { givenDispatch, givenPeople } = await import("@/prisma/seed/dispatch");
  const { getFigures } = await import("@/lib/sending/get-figures");
  await applyMigrations(url.href);
  await installJobQueue(url.href);

  const sink = values.sink === "postfix" ? startPostfixSink(4_549) : await startSink();
  process.env.SMTP_URL = `smtp://127.0.0.1:${sink}`;
  const { owner } = await givenWorkspace({ plan: "business" });
  for (let start = 0; start < recipients; start += 10_000) {
    const count = Math.min(10_000, recipients - start);
    await givenPeople(
      owner.workspaceId,
      Array.from({ length: count }, (_, index) => ({
        email: `person${start + index}@example.com`,
        firstName: `Name${start + index}`,
        lastName: index % 3 === 0 ? "Gonçalves" : "Smith",
        fields: { city: "Porto", company: `Company ${index}` },
      })),
    );
  }
  const worker = startWorker();
  await new Promise((resolve) => setTimeout(resolve, 4_000));

  const freezeStart = performance.now();
  const dispatch = await givenDispatch(owner, { document: tenKilobytes() });
  const freezeMs = performance.now() - freezeStart;

  const start = performance.now();
  let peakRss = 0;
  for (;;) {
    const { finishedAt } = await db().dispatch.findUniqueOrThrow({
      where: { id: dispatch.id },
      select: { finishedAt: true },
    });
    peakRss = Math.max(peakRss, peakRssOf(worker));
    if (finishedAt) break;
    if (worker.exitCode !== null) throw new Error("the worker ended");
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  const seconds = (performance.now() - start) / 1_000;
  const figures = await getFigures(owner.workspaceId, dispatch.campaignId);
  worker.kill("SIGTERM");
  const reference = postfix ? runPostfixReference() : null;
  const perSecond = recipients / seconds;
  console.log(
    JSON.stringify({
      bench: "send",
      machine: `${cpus().length} × ${cpus()[0]?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GB`,
      recipients,
      sink: values.sink,
      freezeMs: Math.round(freezeMs),
      seconds: Number(seconds.toFixed(1)),
      messagesPerSecond: Math.round(perSecond),
      smtpSourcePerSecond: reference && Math.round(reference),
      ratioToSmtpSource: reference && Number((perSecond / reference).toFixed(2)),
      workerPeakRssMb: Math.round(peakRss / 2 ** 20),
      figures,
    }),
  );
}

function tenKilobytes() {
  const filler = "The quay was empty when the first boats came in, and the book shop had its lamps lit. ";
  const links = [1, 2, 3, 4, 5].map(
    (link) => `${filler}\n\n[Read part ${link}](https://example.com/part-${link})`,
  );
  return documentFromMarkdown(
    `# Hello {{firstName|friend}}\n\nDear {{firstName|friend}} {{lastName}}, how is {{city|your town}}, and all at {{company|work}}?\n\n${links.join("\n\n")}`,
    { subject: "News for {{firstName|you}}", preheader: "What is on" },
  );
}

function startWorker(): ChildProcess {
  const child = spawn(process.execPath, ["--import", "tsx", "scripts/worker.ts"], {
    stdio: ["ignore", "ignore", "inherit"],
    env: process.env,
  });
  children.push(child);
  return child;
}

async function startSink(): Promise<number> {
  const child = fork("scripts/bench/null-sink.ts", { execArgv: ["--import", "tsx"] });
  children.push(child);
  const [message] = (await once(child, "message")) as [{ port: number }];
  return message.port;
}

function startPostfixSink(port: number): number {
  const user = process.getuid?.() === 0 ? ["-u", "nobody"] : [];
  children.push(spawn("smtp-sink", [...user, `127.0.0.1:${port}`, "100"], { stdio: "ignore" }));
  return port;
}

/** Messages a second of `smtp-source -d` (keeps its connections) into `smtp-sink`, as long as our messages on the wire (15 kB: text and HTML). */
function runPostfixReference(): number {
  const port = 4_548;
  startPostfixSink(port);
  spawnSync("sleep", ["0.5"]);
  const count = Math.min(recipients, 20_000);
  const started = performance.now();
  spawnSync("smtp-source", [
    "-d",
    "-s",
    "4",
    "-l",
    "15360",
    "-m",
    String(count),
    "-f",
    "a@example.com",
    "-t",
    "b@example.com",
    `127.0.0.1:${port}`,
  ]);
  return count / ((performance.now() - started) / 1_000);
}

function peakRssOf(child: ChildProcess): number {
  try {
    const kilobytes = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${child.pid}/status`, "utf8"))?.[1];
    return Number(kilobytes ?? 0) * 1_024;
  } catch {
    return 0;
  }
}

async function onServer(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: new URL("/postgres", server).href });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
