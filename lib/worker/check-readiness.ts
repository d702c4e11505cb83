import { getQueueStatus } from "@/lib/jobs/get-queue-status";
import { verifyMail } from "@/lib/mail/smtp";
import { findPendingMigrations } from "@/lib/platform/apply-migrations";
import { pool } from "@/lib/platform/db";
import { log } from "@/lib/platform/log";

type Part = "ok" | "degraded" | "unavailable";

export type ReadinessView = {
  status: Part;
  database: Part;
  migrations: Part;
  queue: Part;
  worker: Part;
  mail: Part;
};

const nothingReady: ReadinessView = {
  status: "unavailable",
  database: "unavailable",
  migrations: "unavailable",
  queue: "unavailable",
  worker: "unavailable",
  mail: "unavailable",
};

/** A waiting job this old means that the workers do not keep up. */
const slowQueueSeconds = 300;
const rememberMs = 5_000;

let remembered: { view: ReadinessView; atMs: number } | undefined;

/**
 * Whether this instance can serve: `unavailable` only for the database or its migrations, `degraded` when the queue, the
 * worker or mail stand still. Asked at most every five seconds; probes in between get the last answer.
 */
export async function checkReadiness(): Promise<ReadinessView> {
  if (remembered && performance.now() - remembered.atMs < rememberMs) return remembered.view;
  const view = await probe();
  remembered = { view, atMs: performance.now() };
  return view;
}

async function probe(): Promise<ReadinessView> {
  try {
    const pending = await findPendingMigrations(pool());
    if (pending.length > 0) return { ...nothingReady, database: "ok" };
  } catch (error) {
    log.error("not ready", { error: String(error) });
    return nothingReady;
  }
  const [queue, mail] = await Promise.all([
    getQueueStatus().catch(() => null),
    verifyMail().then(
      () => "ok" as const,
      () => "degraded" as const,
    ),
  ]);
  const parts = {
    queue: !queue || queue.queues.some((each) => each.oldestSeconds > slowQueueSeconds) ? "degraded" : "ok",
    worker: queue?.workers.some((worker) => worker.alive) ? "ok" : "degraded",
    mail,
  } as const;
  const status = Object.values(parts).every((part) => part === "ok") ? "ok" : "degraded";
  return { status, database: "ok", migrations: "ok", ...parts };
}
