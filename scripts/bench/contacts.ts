import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { Readable } from "node:stream";
import { parseArgs } from "node:util";
import pg from "pg";
import type { Viewer } from "@/lib/accounts/viewer";
import type { ListContactsQuery } from "@/lib/contacts/contact-schema";
import { describeMachine } from "./support/machine";

// P5 and P4: p95 of what the contacts page reads at 10k and 100k, an audience counted, and an import of 12 columns, 3 % faulty, 10 %
// duplicates, beside raw COPY of the same rows. `npx tsx scripts/bench/contacts.ts [--sizes 10000,100000] [--rows 50000]`.
// The last line is one JSON object.
const { values } = parseArgs({
  options: { sizes: { type: "string", default: "10000,100000" }, rows: { type: "string", default: "50000" } },
});
const sizes = values.sizes.split(",").map(Number);
const importRows = Number(values.rows);

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
try {
  await main();
} finally {
  const { disconnect } = await import("@/lib/platform/db");
  const { stopSending } = await import("@/lib/jobs/boss");
  await stopSending();
  await disconnect();
  await onServer(`DROP DATABASE IF EXISTS ${database} WITH (FORCE)`);
}

async function main(): Promise<void> {
  const { installJobQueue } = await import("@/lib/jobs/boss");
  const { applyMigrations } = await import("@/lib/platform/apply-migrations");
  const { givenWorkspace } = await import("@/prisma/seed/workspace");
  await applyMigrations(url.href);
  await installJobQueue(url.href);
  const pages: Record<string, Record<string, number>> = {};
  for (const size of sizes) {
    const { owner } = await givenWorkspace({ plan: "business" });
    pages[size] = await benchPages(owner, size);
    console.log(`${size} contacts, p95 in ms:`, pages[size]);
  }
  const { owner } = await givenWorkspace({ plan: "business" });
  const imported = await benchImport(owner);
  console.log("import:", imported);
  console.log(
    JSON.stringify({ bench: "contacts", machine: describeMachine(), pagesP95Ms: pages, import: imported }),
  );
}

async function benchPages(owner: Viewer, size: number): Promise<Record<string, number>> {
  const { countContacts, listContacts } = await import("@/lib/contacts/list-contacts");
  const { countAudience } = await import("@/lib/contacts/count-audience");
  const { listLists } = await import("@/lib/contacts/list-lists");
  const { pool } = await import("@/lib/platform/db");
  const { givenContacts } = await import("@/prisma/seed/contact");
  const { givenList } = await import("@/prisma/seed/list");
  const list = await givenList(owner.workspaceId);
  await givenContacts(owner.workspaceId, size, { lists: [list.id] });
  await pool().query("VACUUM ANALYZE");
  const middle = await cursorNear(owner, size / 2);
  const reads: Record<string, (n: number) => Promise<unknown>> = {
    newest: () => listContacts(owner),
    byName: () => listContacts(owner, { sort: "name" }),
    byEmail: () => listContacts(owner, { sort: "-email" }),
    deepPage: () => listContacts(owner, { sort: "email", cursor: middle }),
    searchMany: () => listContacts(owner, { search: "silva" }),
    searchOne: (n) => listContacts(owner, { search: `.${(n * 97) % size}@` }),
    searchNone: () => listContacts(owner, { search: "nobodyofthisname" }),
    ofList: () => listContacts(owner, { list: list.id, sort: "name" }),
    ofStatus: () => listContacts(owner, { status: "bounced" }),
    countFiltered: () => countContacts(owner, { search: "silva" }),
    countAll: () => countContacts(owner),
    lists: () => listLists(owner),
    audience: () => countAudience(owner, { all: true }),
  };
  const figures: Record<string, number> = {};
  for (const [name, read] of Object.entries(reads)) figures[name] = await p95(read);
  return figures;

  async function cursorNear(viewer: Viewer, position: number): Promise<string> {
    const query: ListContactsQuery = { sort: "email", limit: 200 };
    let cursor = "";
    for (let seen = 0; seen < position; seen += 200) {
      const page = await listContacts(viewer, cursor ? { ...query, cursor } : query);
      cursor = page.nextCursor ?? cursor;
    }
    return cursor;
  }
}

async function p95(read: (n: number) => Promise<unknown>): Promise<number> {
  for (let n = 0; n < 5; n += 1) await read(n);
  const took: number[] = [];
  for (let n = 0; n < 100; n += 1) {
    const start = performance.now();
    await read(n);
    took.push(performance.now() - start);
  }
  took.sort((a, b) => a - b);
  return Math.round((took[94] ?? 0) * 10) / 10;
}

async function benchImport(owner: Viewer) {
  const { createStoredUpload } = await import("@/lib/contacts/create-upload");
  const { getImport } = await import("@/lib/contacts/get-import");
  const { runImport } = await import("@/lib/contacts/run-import");
  const { startImport } = await import("@/lib/contacts/start-import");
  const size = [...fileLines()].reduce((sum, line) => sum + Buffer.byteLength(line), 0);
  const source = Readable.from(
    (function* () {
      for (const line of fileLines()) yield Buffer.from(line);
    })(),
  );
  const uploadId = await createStoredUpload(owner, { name: "people.csv", type: "text/csv", size }, source);
  const { id } = await startImport(owner, { uploadId });
  const before = process.memoryUsage.rss();
  let peak = before;
  const meter = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage.rss());
  }, 50);
  const start = performance.now();
  while ((await runImport(id))?.again);
  const seconds = (performance.now() - start) / 1_000;
  clearInterval(meter);
  const { rows } = await getImport(owner, id);
  const copy = await copyRowsPerSecond();
  const rowsPerSecond = Math.round(importRows / seconds);
  return {
    ...rows,
    rowsPerSecond,
    copyRowsPerSecond: copy,
    share: Math.round((rowsPerSecond / copy) * 1_000) / 1_000,
    peakRssMb: Math.round(peak / 2 ** 20),
    grownRssMb: Math.round((peak - before) / 2 ** 20),
  };
}

function* fileLines(): Generator<string> {
  yield "email,first name,last name,company,city,country,phone,street,zip,birthday,source,note\n";
  for (let n = 0; n < importRows; n += 1) {
    const who = n % 100 < 3 ? `broken ${n}` : `person${n % 10 === 9 ? n - 9 : n}@example.com`;
    yield `${who},First ${n},Last ${n},"Company, ${n}",City ${n % 500},PT,+351 ${n},Street ${n},${n},1990-01-01,fair,note ${n}\n`;
  }
}

/** The same lines into a plain table of twelve texts: what the disk and the server can do. */
async function copyRowsPerSecond(): Promise<number> {
  const { pool } = await import("@/lib/platform/db");
  const columns = Array.from({ length: 12 }, (_, n) => `c${n} text`).join(", ");
  await pool().query(`CREATE TABLE raw_rows (${columns})`);
  const texts = Array.from({ length: 12 }, (_, n) => `c${n}`);
  const start = performance.now();
  let batch: string[][] = [];
  const flush = async () => {
    if (batch.length === 0) return;
    const arrays = texts.map((_, at) => batch.map((row) => row[at] ?? ""));
    const unnested = texts.map((_, at) => `$${at + 1}::text[]`).join(", ");
    await pool().query(`INSERT INTO raw_rows SELECT * FROM unnest(${unnested})`, arrays);
    batch = [];
  };
  for (const line of fileLines()) {
    batch.push(line.trimEnd().split(","));
    if (batch.length === 1_000) await flush();
  }
  await flush();
  return Math.round(importRows / ((performance.now() - start) / 1_000));
}

async function onServer(statement: string): Promise<void> {
  const admin = new URL(server ?? "");
  admin.pathname = "/postgres";
  const client = new pg.Client({ connectionString: admin.href });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
