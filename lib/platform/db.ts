import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { env } from "./env";
import { Prisma, PrismaClient } from "./generated/prisma/client";

export { Prisma };
export type Db = PrismaClient;
export type Transaction = Prisma.TransactionClient;

type Connections = { pool: pg.Pool; prisma: PrismaClient };

// A development server reloads modules; the connections outlive a reload so that it does not exhaust the database.
const holder = globalThis as typeof globalThis & { galleyConnections?: Connections };

function connections(): Connections {
  if (holder.galleyConnections) return holder.galleyConnections;
  const pool = new pg.Pool({ connectionString: env().DATABASE_URL, max: env().DATABASE_POOL });
  // A server that restarts drops idle connections; the pool replaces them, and only the query in hand fails.
  pool.on("error", () => undefined);
  const prisma = new PrismaClient({ adapter: new PrismaPg(pool) });
  holder.galleyConnections = { pool, prisma };
  return holder.galleyConnections;
}

/** The Prisma client. */
export function db(): PrismaClient {
  return connections().prisma;
}

/** The raw pool behind the Prisma client, for statements that Prisma cannot say (claims, COPY, set-based freezes). */
export function pool(): pg.Pool {
  return connections().pool;
}

/** One short interactive transaction: database work only, no HTTP inside. */
export function transaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
  return db().$transaction(work, { maxWait: 5_000, timeout: 10_000 });
}

/** One transaction over a raw connection, without Prisma's time limit. */
export async function rawTransaction<T>(work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await pool().connect();
  try {
    await client.query("BEGIN");
    const result = await work(client);
    await client.query("COMMIT");
    client.release();
    return result;
  } catch (error) {
    const broken = await client.query("ROLLBACK").then(
      () => false,
      () => true,
    );
    client.release(broken);
    throw error;
  }
}

/** True when the error is a violated unique constraint; with `constraint`, of that one. */
export function isUniqueViolation(error: unknown, constraint?: string): boolean {
  if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2002") {
    return constraint === undefined || JSON.stringify(error.meta ?? {}).includes(constraint);
  }
  if (error instanceof pg.DatabaseError && error.code === "23505") {
    return constraint === undefined || error.constraint === constraint;
  }
  return false;
}

/** Closes every connection; the next use opens new ones. */
export async function disconnect(): Promise<void> {
  const open = holder.galleyConnections;
  holder.galleyConnections = undefined;
  if (!open) return;
  await open.prisma.$disconnect();
  if (!open.pool.ended) await open.pool.end();
}
