import pino from "pino";
import { correlationId } from "./correlation";
import { env } from "./env";

const gcpSeverity: Record<string, string> = { debug: "DEBUG", info: "INFO", warn: "WARNING", error: "ERROR" };

/** Addresses never reach a log in full: `an…@example.com`. */
export function maskEmail(email: string): string {
  const at = email.lastIndexOf("@");
  return at < 1 ? "…" : `${email.slice(0, Math.min(2, at))}…${email.slice(at)}`;
}

let logger: pino.Logger | undefined;

function root(): pino.Logger {
  if (logger) return logger;
  const { LOG_FORMAT, LOG_LEVEL } = env();
  logger = pino({
    level: LOG_LEVEL,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    messageKey: LOG_FORMAT === "gcp" ? "message" : "msg",
    mixin: () => {
      const id = correlationId();
      return id ? { correlationId: id } : {};
    },
    formatters: {
      level: (label) =>
        LOG_FORMAT === "gcp" ? { severity: gcpSeverity[label] ?? "DEFAULT" } : { level: label },
    },
    redact: {
      paths: [
        "password",
        "code",
        "token",
        "*.password",
        "*.code",
        "*.token",
        "headers.authorization",
        "headers.cookie",
      ],
      censor: "[redacted]",
    },
    ...(LOG_FORMAT === "pretty"
      ? { transport: { target: "pino-pretty", options: { colorize: true, ignore: "pid,hostname" } } }
      : {}),
  });
  return logger;
}

type Fields = Record<string, unknown>;

/** Structured log lines on stdout. The correlation id of the running request or job is added by itself. */
export const log = {
  debug: (message: string, fields: Fields = {}) => root().debug(fields, message),
  info: (message: string, fields: Fields = {}) => root().info(fields, message),
  warn: (message: string, fields: Fields = {}) => root().warn(fields, message),
  error: (message: string, fields: Fields = {}) => root().error(fields, message),
};
