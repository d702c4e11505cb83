import { type ConstructorOptions, PgBoss, type Queue } from "pg-boss";
import { pool } from "@/lib/platform/db";
import { log } from "@/lib/platform/log";
import type { JobDefinition } from "./define-job";

export const jobsSchema = "pgboss";
/** Where a job lands after its last try; `galley queue status` counts it, operators redrive it. */
export const deadLetterQueue = "dead-letters";

const pooled: NonNullable<ConstructorOptions["db"]> = {
  executeSql: async (text, values) => pool().query(text, values),
};

let sender: Promise<PgBoss> | undefined;
const ensured = new Map<string, Promise<void>>();

/** The instance by which any process enqueues and reads queues. It neither works nor supervises. */
export function bossForSending(): Promise<PgBoss> {
  sender ??= startBoss({ supervise: false, schedule: false, migrate: false });
  return sender;
}

/** The worker's own instance: supervises, runs schedules, listens for new jobs on a connection of its own. */
export function bossForWorking(connectionString: string): Promise<PgBoss> {
  return startBoss({
    connectionString,
    max: 8,
    supervise: true,
    schedule: true,
    migrate: true,
    useListenNotify: true,
    monitorIntervalSeconds: 5,
    superviseIntervalSeconds: 5,
    cronMonitorIntervalSeconds: 10,
    cronWorkerIntervalSeconds: 5,
  });
}

async function startBoss(options: ConstructorOptions): Promise<PgBoss> {
  const boss = new PgBoss({
    schema: jobsSchema,
    ...(options.connectionString ? {} : { db: pooled }),
    ...options,
  });
  boss.on("error", (error) => log.warn("job queue", { error: String(error) }));
  await boss.start();
  return boss;
}

/** Installs or upgrades pg-boss's schema; part of `db:migrate`, so that web processes never have to. */
export async function installJobQueue(connectionString: string): Promise<void> {
  const boss = await startBoss({
    connectionString,
    max: 2,
    supervise: false,
    schedule: false,
    migrate: true,
  });
  await boss.createQueue(deadLetterQueue);
  await boss.stop({ graceful: false });
}

/** Makes sure that the job's queue exists with the job's settings; once a process. */
export function ensureQueue(boss: PgBoss, job: JobDefinition): Promise<void> {
  const known = ensured.get(job.name);
  if (known) return known;
  const making = createOrUpdateQueue(boss, job).catch((error) => {
    ensured.delete(job.name);
    throw error;
  });
  ensured.set(job.name, making);
  return making;
}

async function createOrUpdateQueue(boss: PgBoss, job: JobDefinition): Promise<void> {
  const settings: Omit<Queue, "name"> = {
    retryLimit: job.retry?.limit ?? 5,
    retryDelay: job.retry?.delaySeconds ?? 2,
    retryBackoff: true,
    expireInSeconds: job.expireSeconds ?? 300,
    deadLetter: deadLetterQueue,
    notify: true,
    ...(job.heartbeatSeconds ? { heartbeatSeconds: job.heartbeatSeconds } : {}),
  };
  await boss.createQueue(job.name, { name: job.name, policy: "standard", ...settings } as Queue);
}

/** For tests and shutdown: forgets the sending instance. */
export async function stopSending(): Promise<void> {
  const open = sender;
  sender = undefined;
  ensured.clear();
  if (open) await (await open).stop({ graceful: false, close: false });
}
