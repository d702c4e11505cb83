import { createHash, randomUUID } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import pg from "pg";

/** The lock that Prisma's own migrate commands take, so that either waits for the other. */
const prismaMigrateLock = 72707369;

/** As Prisma creates it: `prisma migrate deploy` and `status` read and continue this table. */
const createTable = `CREATE TABLE IF NOT EXISTS _prisma_migrations (
  id                  VARCHAR(36) PRIMARY KEY NOT NULL,
  checksum            VARCHAR(64) NOT NULL,
  finished_at         TIMESTAMPTZ,
  migration_name      VARCHAR(255) NOT NULL,
  logs                TEXT,
  rolled_back_at      TIMESTAMPTZ,
  started_at          TIMESTAMPTZ NOT NULL DEFAULT now(),
  applied_steps_count INTEGER NOT NULL DEFAULT 0
)`;

type Migration = { name: string; sql: string; checksum: string };

/**
 * Applies what is missing of `prisma/migrations`, in order, each in one transaction with its record, and returns the
 * names applied. Concurrent callers wait for each other. Throws, with nothing of the failing migration left behind,
 * naming it. A migration that cannot run in a transaction (CREATE INDEX CONCURRENTLY) belongs to `prisma migrate deploy`.
 */
export async function applyMigrations(
  connectionString: string,
  folder = migrationsFolder(),
): Promise<string[]> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    await client.query("SELECT pg_advisory_lock($1)", [prismaMigrateLock]);
    await client.query(createTable);
    const missing = missingOf(readMigrations(folder), await readRecords(client));
    for (const migration of missing) await applyOne(client, migration);
    return missing.map((migration) => migration.name);
  } finally {
    await client.end();
  }
}

/** Names of the migrations that this database lacks, by any connection; readiness depends on it being empty. */
export async function findPendingMigrations(
  connection: { query: pg.Pool["query"] },
  folder = migrationsFolder(),
): Promise<string[]> {
  const table = await connection.query("SELECT to_regclass('_prisma_migrations') IS NOT NULL AS known");
  const records = table.rows[0]?.known ? await readRecords(connection) : [];
  return missingOf(readMigrations(folder), records).map((migration) => migration.name);
}

type MigrationRecord = { migration_name: string; finished: boolean; logs: string | null };

async function readRecords(connection: { query: pg.Pool["query"] }): Promise<MigrationRecord[]> {
  const answer = await connection.query<MigrationRecord>(
    `SELECT migration_name, finished_at IS NOT NULL AS finished, logs
       FROM _prisma_migrations WHERE rolled_back_at IS NULL`,
  );
  return answer.rows;
}

function missingOf(migrations: Migration[], records: MigrationRecord[]): Migration[] {
  const broken = records.find((record) => !record.finished);
  if (broken) {
    throw new Error(
      `Migration ${broken.migration_name} was begun and did not finish; see \`prisma migrate resolve\` before going on`,
    );
  }
  const applied = new Set(records.map((record) => record.migration_name));
  return migrations.filter((migration) => !applied.has(migration.name));
}

async function applyOne(client: pg.Client, migration: Migration): Promise<void> {
  await client.query("BEGIN");
  try {
    await client.query(migration.sql);
    await client.query(
      `INSERT INTO _prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
       VALUES ($1, $2, $3, now(), clock_timestamp(), 1)`,
      [randomUUID(), migration.checksum, migration.name],
    );
    await client.query("COMMIT");
  } catch (error) {
    await client.query("ROLLBACK");
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`Migration ${migration.name} failed: ${reason}`, { cause: error });
  }
}

function readMigrations(folder: string): Migration[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
    .map((name) => {
      const content = readFileSync(path.join(folder, name, "migration.sql"));
      return {
        name,
        sql: content.toString("utf8"),
        checksum: createHash("sha256").update(content).digest("hex"),
      };
    });
}

function migrationsFolder(): string {
  return path.resolve("prisma", "migrations");
}
