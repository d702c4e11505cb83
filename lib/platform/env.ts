import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";

/**
 * The only reader of `process.env`. Values are parsed once, on first use; a fault stops the process at start with one
 * line per variable (see `envFaults`). On a laptop (APP_URL is a loopback address) secrets are made in DATA_DIR.
 */
const port = (fallback: number) => z.coerce.number().int().min(0).max(65535).default(fallback);
const optionalText = z
  .string()
  .optional()
  .transform((value) => (value?.trim() ? value.trim() : undefined));
const flag = z
  .enum(["0", "1", "true", "false", ""])
  .default("0")
  .transform((value) => value === "1" || value === "true");
const urlOf = (...protocols: string[]) =>
  optionalText.refine(
    (value) =>
      value === undefined ||
      (URL.canParse(value) && protocols.includes(new URL(value).protocol.replace(":", ""))),
    `must be a URL starting with ${protocols.map((p) => `${p}://`).join(" or ")}`,
  );

const envSchema = z.object({
  NODE_ENV: z.enum(["development", "production", "test"]).default("development"),
  HOST: z.string().min(1).default("127.0.0.1"),
  PORT: port(3000),
  APP_URL: urlOf("http", "https"),
  DATA_DIR: z.string().min(1).default(".data"),
  DATABASE_URL: urlOf("postgres", "postgresql"),
  DIRECT_DATABASE_URL: urlOf("postgres", "postgresql"),
  DATABASE_POOL: z.coerce.number().int().min(1).max(200).default(10),
  APP_SECRET: optionalText.refine(
    (v) => v === undefined || v.length >= 32,
    "must have at least 32 characters",
  ),
  ENCRYPTION_KEYS: optionalText,
  SMTP_URL: urlOf("smtp", "smtps"),
  MAIL_UI_PORT: port(1080),
  SMTP_PORT: port(1025),
  PG_PORT: port(0),
  MAIL_FROM: z.string().min(3).default("Galley <galley@localhost.localdomain>"),
  MAIL_DOMAIN: optionalText,
  AI_PROVIDER: z.enum(["auto", "openai", "offline"]).default("auto"),
  OPENAI_API_KEY: optionalText,
  OPENAI_BASE_URL: urlOf("http", "https"),
  OPENAI_MODEL: z.string().min(1).default("gpt-5.1"),
  CRON_SECRET: optionalText,
  METRICS_TOKEN: optionalText,
  TRIAL_DAYS: z.coerce.number().int().min(0).max(365).default(14),
  DEFAULT_PLAN: z.enum(["free", "pro", "business"]).default("business"),
  GALLEY_FEATURES: optionalText,
  WORKER_PORT: z.coerce.number().int().min(1).max(65535).optional(),
  LOG_FORMAT: z.enum(["json", "gcp", "pretty"]).default("json"),
  LOG_LEVEL: z.enum(["debug", "info", "warn", "error", "silent"]).default("info"),
  ALLOW_PRIVATE_HOSTS: flag,
  TRUSTED_PROXIES: optionalText,
});

type ParsedEnv = z.infer<typeof envSchema>;
export type Env = ParsedEnv & {
  APP_URL: string;
  APP_SECRET: string;
  ENCRYPTION_KEYS: string;
  DATABASE_URL: string;
  isLoopback: boolean;
};

/** One line per fault, each naming its variable; empty when the process may start. */
export function envFaults(source: NodeJS.ProcessEnv = process.env): string[] {
  const parsed = envSchema.safeParse(source);
  if (!parsed.success) {
    return parsed.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`);
  }
  const faults: string[] = [];
  if (!isLoopbackUrl(appUrl(parsed.data))) {
    for (const name of ["APP_SECRET", "ENCRYPTION_KEYS", "DATABASE_URL"] as const) {
      if (!parsed.data[name]) faults.push(`${name}: required when APP_URL is not a loopback address`);
    }
  } else if (!parsed.data.DATABASE_URL && !embeddedDatabaseUrl(parsed.data.DATA_DIR)) {
    faults.push("DATABASE_URL: not set, and no embedded PostgreSQL is running (start one with `make start`)");
  }
  return faults;
}

let cached: Env | undefined;

/** The parsed environment. Throws with every fault when it cannot be used. */
export function env(): Env {
  if (cached) return cached;
  const faults = envFaults();
  if (faults.length > 0) throw new Error(faults.join("\n"));
  const parsed = envSchema.parse(process.env);
  const url = appUrl(parsed);
  cached = {
    ...parsed,
    APP_URL: url,
    isLoopback: isLoopbackUrl(url),
    DATABASE_URL: parsed.DATABASE_URL ?? embeddedDatabaseUrl(parsed.DATA_DIR) ?? "",
    APP_SECRET:
      parsed.APP_SECRET ??
      localSecret(parsed.DATA_DIR, "app-secret", () => randomBytes(48).toString("base64url")),
    ENCRYPTION_KEYS:
      parsed.ENCRYPTION_KEYS ??
      localSecret(parsed.DATA_DIR, "encryption-keys", () => `k1:${randomBytes(32).toString("base64")}`),
  };
  // NextAuth 4 learns its own address from nowhere else.
  process.env.NEXTAUTH_URL = url;
  return cached;
}

function appUrl(parsed: ParsedEnv): string {
  return (parsed.APP_URL ?? `http://localhost:${parsed.PORT}`).replace(/\/+$/, "");
}

function isLoopbackUrl(url: string): boolean {
  const host = new URL(url).hostname;
  return (
    host === "localhost" ||
    host.endsWith(".localhost") ||
    host === "[::1]" ||
    /^127\.\d+\.\d+\.\d+$/.test(host)
  );
}

/** The launcher of the embedded server leaves its address here while it runs. */
function embeddedDatabaseUrl(dataDir: string): string | undefined {
  const file = path.resolve(dataDir, "run", "database-url");
  return existsSync(file) ? readFileSync(file, "utf8").trim() || undefined : undefined;
}

/** Made once with exclusive creation, so that two processes starting together agree on one value. */
function localSecret(dataDir: string, name: string, make: () => string): string {
  const file = path.resolve(dataDir, "secrets", name);
  // Only the secrets are closed: the account that PostgreSQL runs under must be able to enter DATA_DIR.
  mkdirSync(path.resolve(dataDir), { recursive: true });
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  try {
    writeFileSync(file, make(), { flag: "wx", mode: 0o600 });
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
  }
  return readFileSync(file, "utf8").trim();
}
