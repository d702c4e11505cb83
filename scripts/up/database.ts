import pg from "pg";
import { StartError } from "@/scripts/postgres/start-error";
import { type PostgresServer, startPostgres } from "@/scripts/postgres/start-postgres";

export type Database = { url: string; isEmbedded: boolean; stop: () => Promise<void> };

const mostDeaths = 5;
const deathWindowMs = 60_000;

/** The embedded server, started again on the same port when it dies; five deaths a minute go to `onGiveUp`. */
export async function startEmbedded(
  dataDir: string,
  port: number | undefined,
  onGiveUp: (reason: string) => void,
): Promise<Database> {
  let server = await startPostgres({ dataDir, port });
  let isStopping = false;
  let deaths: number[] = [];

  const watch = async (watched: PostgresServer): Promise<void> => {
    await watched.exited;
    if (isStopping) return;
    const now = Date.now();
    deaths = [...deaths.filter((at) => now - at < deathWindowMs), now];
    if (deaths.length >= mostDeaths) return onGiveUp("PostgreSQL ended, the fifth time within a minute");
    console.log("PostgreSQL ended; starting it again");
    try {
      server = await startPostgres({ dataDir, port: watched.port });
    } catch (error) {
      return onGiveUp(error instanceof Error ? error.message : String(error));
    }
    if (isStopping) await server.stop();
    else void watch(server);
  };
  void watch(server);

  return {
    url: server.url,
    isEmbedded: true,
    async stop() {
      isStopping = true;
      await server.stop();
    },
  };
}

/** Tries the operator's server once. Throws a StartError without the password in it. */
export async function checkGiven(url: string): Promise<Database> {
  const { hostname, port, pathname } = new URL(url);
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on("error", () => undefined);
  try {
    await client.connect();
    await client.query("SELECT 1");
  } catch (error) {
    const place = `${hostname}:${port || 5432}${pathname}`;
    throw new StartError(`DATABASE_URL: no database answers at ${place} (${reasonOf(error)})`);
  } finally {
    await client.end().catch(() => undefined);
  }
  return { url, isEmbedded: false, stop: async () => undefined };
}

function reasonOf(error: unknown): string {
  if (error instanceof AggregateError && error.errors.length > 0) return reasonOf(error.errors[0]);
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  const message = error instanceof Error ? error.message.split("\n")[0] : String(error);
  return message || code;
}
