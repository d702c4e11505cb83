import { accessSync, constants } from "node:fs";
import type { Command } from "commander";
import { getQueueStatus } from "@/lib/jobs/get-queue-status";
import { verifyMail } from "@/lib/mail/smtp";
import { findPendingMigrations } from "@/lib/platform/apply-migrations";
import { pool } from "@/lib/platform/db";
import { env, envFaults } from "@/lib/platform/env";
import { explain } from "./explain";
import { print } from "./print";

/** `fail`: Galley cannot work. `warn`: a part stands still. */
type Check = { name: string; result: "ok" | "warn" | "fail"; text: string };

const oldestDatabase = 150_000;

export function addDoctor(program: Command): void {
  program
    .command("doctor")
    .description("look at every part that Galley needs; ends with 1 when one is missing")
    .action(async (_options: unknown, command: Command) => {
      const checks = await examine();
      const isWell = checks.every((check) => check.result !== "fail");
      print(command, { ok: isWell, checks }, () =>
        checks.map(({ name, result, text }) => `${result.padEnd(5)}${name.padEnd(13)}${text}`).join("\n"),
      );
      if (!isWell) process.exitCode = 1;
    });
}

async function examine(): Promise<Check[]> {
  const faults = envFaults();
  const environment: Check[] = faults.map((text) => ({ name: "environment", result: "fail", text }));
  if (faults.length > 0) return [nodeVersion(), ...environment];
  const database = await probe("database", "fail", checkDatabase);
  const here = [
    nodeVersion(),
    { name: "environment", result: "ok" as const, text: `APP_URL ${env().APP_URL}` },
    await probe("data folder", "fail", checkDataFolder),
    database,
  ];
  const mail = await probe("mail", "warn", checkMail);
  if (database.result === "fail") return [...here, mail];
  return [
    ...here,
    await probe("migrations", "fail", checkMigrations),
    await probe("worker", "warn", checkWorker),
    await probe("dead letters", "warn", checkDeadLetters),
    mail,
  ];
}

async function probe(name: string, fault: "warn" | "fail", check: () => Promise<string>): Promise<Check> {
  try {
    return { name, result: "ok", text: await check() };
  } catch (error) {
    return { name, result: fault, text: explain(error) };
  }
}

function nodeVersion(): Check {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  const isNew = major > 22 || (major === 22 && minor >= 12);
  return { name: "node", result: isNew ? "ok" : "fail", text: `${process.versions.node} (22.12 or newer)` };
}

async function checkDataFolder(): Promise<string> {
  accessSync(env().DATA_DIR, constants.R_OK | constants.W_OK | constants.X_OK);
  return env().DATA_DIR;
}

async function checkDatabase(): Promise<string> {
  const answer = await pool().query<{ server_version: string; number: string }>(
    "SELECT current_setting('server_version') AS server_version, current_setting('server_version_num') AS number",
  );
  const { server_version, number } = answer.rows[0] ?? { server_version: "unknown", number: "0" };
  if (Number(number) < oldestDatabase)
    throw new Error(`PostgreSQL ${server_version} is too old: 15 or newer`);
  return `PostgreSQL ${server_version}`;
}

async function checkMigrations(): Promise<string> {
  const pending = await findPendingMigrations(pool());
  if (pending.length > 0) throw new Error(`${pending.length} not applied: run npm run db:migrate`);
  return "all applied";
}

async function checkWorker(): Promise<string> {
  const alive = (await getQueueStatus()).workers.filter((worker) => worker.alive).length;
  if (alive === 0) throw new Error("none has been seen within 20 seconds: nothing is sent or imported");
  return `${alive} alive`;
}

async function checkDeadLetters(): Promise<string> {
  const { deadLetters } = await getQueueStatus();
  if (deadLetters > 0) throw new Error(`${deadLetters} jobs gave up: npm run -s galley -- queue status`);
  return "none";
}

async function checkMail(): Promise<string> {
  await verifyMail();
  return "the SMTP server answers";
}
