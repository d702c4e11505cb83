import type { Job, PgBoss } from "pg-boss";
import { withCorrelation } from "@/lib/platform/correlation";
import { log } from "@/lib/platform/log";
import { ensureQueue } from "./boss";
import type { JobDefinition } from "./define-job";
import { enqueue } from "./enqueue";

type Envelope = { payload: unknown; correlationId: string | null };

/** Starts working the given jobs on this instance; `boss.stop()` drains them. */
export async function workJobs(boss: PgBoss, jobs: readonly JobDefinition[]): Promise<void> {
  for (const job of jobs) {
    await ensureQueue(boss, job);
    await boss.work<Envelope>(
      job.name,
      {
        batchSize: 1,
        localConcurrency: job.concurrency ?? 2,
        pollingIntervalSeconds: 1,
        notifyPollingIntervalSeconds: 2,
      },
      async (batch: Job<Envelope>[]) => {
        for (const item of batch) await runJob(job, item);
      },
    );
  }
}

/** Runs one fetched job under its correlation id; exported so that a cron slice and tests run jobs the same way. */
export async function runJob(job: JobDefinition, item: Job<Envelope>): Promise<void> {
  await withCorrelation(item.data.correlationId ?? undefined, async () => {
    const startedMs = performance.now();
    try {
      const payload = job.payload.parse(item.data.payload);
      const outcome = await job.run(payload, {
        jobId: item.id,
        attempt: item.retryCount + 1,
        signal: item.signal,
      });
      if (outcome?.again) {
        await enqueue(
          null,
          job,
          payload as never,
          outcome.afterSeconds ? { startAfter: outcome.afterSeconds } : {},
        );
      }
      log.debug("job done", {
        job: job.name,
        jobId: item.id,
        tookMs: Math.round(performance.now() - startedMs),
      });
    } catch (error) {
      log.warn("job failed", {
        job: job.name,
        jobId: item.id,
        attempt: item.retryCount + 1,
        error: textOf(error),
      });
      throw error;
    }
  });
}

function textOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
