import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import pg from "pg";
import type { TestProject } from "vitest/node";
import { installJobQueue } from "@/lib/jobs/boss";
import { applyMigrations } from "@/lib/platform/apply-migrations";
import { startPostgres } from "@/scripts/postgres/start-postgres";

declare module "vitest" {
  interface ProvidedContext {
    databaseServer: string;
    databaseTemplate: string;
  }
}

/** Starts PostgreSQL (or uses TEST_DATABASE_URL) and makes the template that every test file's database is cloned from. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env.TEST_DATABASE_URL;
  const started = given ? null : await startPostgres({ dataDir: path.resolve(".data/test") });
  const server = new URL(given ?? started?.url ?? "");
  server.pathname = "/postgres";
  const template = `galley_template_${fingerprint()}`;
  await makeTemplate(server.href, template);
  project.provide("databaseServer", server.href);
  project.provide("databaseTemplate", template);
  return async () => {
    await started?.stop();
  };
}

async function makeTemplate(server: string, template: string): Promise<void> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    // Two runs that start together make it once.
    await client.query("SELECT pg_advisory_lock(hashtext($1))", [template]);
    const found = await client.query("SELECT 1 FROM pg_database WHERE datname = $1 AND datistemplate", [
      template,
    ]);
    if (found.rowCount) return;
    await client.query(`DROP DATABASE IF EXISTS ${template} WITH (FORCE)`);
    await client.query(`CREATE DATABASE ${template}`);
    const url = new URL(server);
    url.pathname = `/${template}`;
    await applyMigrations(url.href);
    await installJobQueue(url.href);
    await client.query(`ALTER DATABASE ${template} IS_TEMPLATE true ALLOW_CONNECTIONS false`);
  } finally {
    await client.end();
  }
}

/** Changes with any migration and with the job queue's version, so that a stale template is never used. */
function fingerprint(): string {
  const hash = createHash("sha256");
  const folder = path.resolve("prisma/migrations");
  for (const entry of readdirSync(folder).sort()) {
    if (entry.endsWith(".toml")) continue;
    hash.update(entry).update(readFileSync(path.join(folder, entry, "migration.sql")));
  }
  hash.update(readFileSync("node_modules/pg-boss/package.json"));
  return hash.digest("hex").slice(0, 12);
}
