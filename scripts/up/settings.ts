import { existsSync, mkdirSync } from "node:fs";
import path from "node:path";
import { type Env, env, envFaults } from "@/lib/platform/env";
import { parseFeatures } from "@/lib/platform/features";
import { StartError } from "@/scripts/postgres/start-error";

export type Settings = {
  dataDir: string;
  isDev: boolean;
  values: Env;
  /** Null when the embedded server is to be started. */
  databaseUrl: string | null;
  /** Mail goes to a server of the operator's: no mailbox is started. */
  hasOwnMail: boolean;
};

/**
 * Reads `.env.local` and `.env`, checks every variable and returns what the start needs. Throws a StartError with one
 * line for each fault.
 */
export function readSettings(argv: readonly string[]): Settings {
  for (const file of [".env.local", ".env"]) {
    if (existsSync(file)) process.loadEnvFile(file);
  }
  // An empty value means "not set" everywhere: in a .env file, in `PORT= make start`.
  for (const [name, value] of Object.entries(process.env)) {
    if (value === "") delete process.env[name];
  }
  const given = process.env.DATABASE_URL ?? null;
  // The embedded server does not run yet; its address is passed to each child when it does.
  process.env.DATABASE_URL = given ?? "postgresql://embedded";
  const faults = [...envFaults(), ...featureFaults()];
  if (faults.length > 0) throw new StartError(faults.join("\n"));
  // Enterable by the account that PostgreSQL runs under; what is secret lies in a folder of its own.
  mkdirSync(path.resolve(process.env.DATA_DIR ?? ".data"), { recursive: true, mode: 0o755 });
  const values = env();
  return {
    dataDir: path.resolve(values.DATA_DIR),
    isDev: argv.includes("--dev"),
    values,
    databaseUrl: given,
    hasOwnMail: values.SMTP_URL !== undefined,
  };
}

/** What each child gets to see: everything of ours, and the addresses that this start has settled. */
export function childEnvironment(settings: Settings, databaseUrl: string): NodeJS.ProcessEnv {
  const { values } = settings;
  return {
    ...process.env,
    NODE_ENV: settings.isDev ? "development" : "production",
    NEXT_TELEMETRY_DISABLED: "1",
    DATA_DIR: settings.dataDir,
    DATABASE_URL: databaseUrl,
    HOST: values.HOST,
    PORT: String(values.PORT),
    APP_URL: values.APP_URL,
    ...(settings.hasOwnMail ? {} : { SMTP_URL: `smtp://${loopbackOf(values.HOST)}:${values.SMTP_PORT}` }),
    ...(values.isLoopback ? { ALLOW_PRIVATE_HOSTS: process.env.ALLOW_PRIVATE_HOSTS ?? "1" } : {}),
  };
}

/** An address by which this machine reaches what listens on that host. */
export function loopbackOf(host: string): string {
  return host === "0.0.0.0" || host === "::" ? "127.0.0.1" : host;
}

function featureFaults(): string[] {
  try {
    parseFeatures(process.env.GALLEY_FEATURES);
    return [];
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)];
  }
}
