import { bossForWorking, stopSending } from "@/lib/jobs/boss";
import type { JobDefinition } from "@/lib/jobs/define-job";
import { workJobs } from "@/lib/jobs/work-jobs";
import { closeSmtp } from "@/lib/mail/smtp";
import { disconnect } from "@/lib/platform/db";
import { env } from "@/lib/platform/env";
import { log } from "@/lib/platform/log";
import { flushLiveUpdates } from "@/lib/realtime/publish";
import { sweepDispatches } from "@/lib/sending/sweep-dispatches";
import { startHealthListener } from "./health-listener";
import { startHeartbeat } from "./heartbeat";
import { registeredJobs } from "./registry";
import { applySchedules } from "./schedules";

/** Jobs in hand get this long to finish; what is left goes back to its queue. The process has ten seconds in all. */
const drainMs = 8_000;
/** How soon another worker goes on with the campaigns of one that died. */
const sweepEveryMs = 3_000;

/**
 * Works the registered jobs until `signal` is aborted, then drains: no new job is taken, those in hand finish or go
 * back. Resolves when everything is closed. Any number of workers may run against one database.
 */
export async function startWorker(options: {
  signal: AbortSignal;
  jobs?: readonly JobDefinition[];
}): Promise<void> {
  const { DATABASE_URL, DIRECT_DATABASE_URL, WORKER_PORT } = env();
  const boss = await bossForWorking(DIRECT_DATABASE_URL ?? DATABASE_URL);
  const heartbeat = await startHeartbeat();
  const listener = WORKER_PORT ? await startHealthListener(WORKER_PORT, heartbeat.lastBeat) : null;
  const jobs = options.jobs ?? registeredJobs();
  await workJobs(boss, jobs);
  await applySchedules(boss);
  const sweep = setInterval(() => void sweepDispatches(), sweepEveryMs);
  log.info("worker ready", { workerId: heartbeat.workerId, jobs: jobs.length });

  await aborted(options.signal);
  clearInterval(sweep);
  log.info("worker draining", { workerId: heartbeat.workerId });
  await boss.stop({ graceful: true, timeout: drainMs });
  await flushLiveUpdates();
  closeSmtp();
  await heartbeat.stop();
  listener?.closeAllConnections();
  listener?.close();
  await stopSending();
  await disconnect();
  log.info("worker stopped", { workerId: heartbeat.workerId });
}

function aborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => signal.addEventListener("abort", () => resolve(), { once: true }));
}
