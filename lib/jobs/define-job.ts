import type { z } from "zod";

/** What a run says when there is more to do: the same payload is enqueued again, after the given delay. */
export type JobOutcome = undefined | { again: true; afterSeconds?: number };

export type JobContext = {
  jobId: string;
  /** 1 for the first try. */
  attempt: number;
  /** Aborted when the worker drains or the job runs past its time. */
  signal: AbortSignal;
};

export type JobDefinition<Payload extends z.ZodType = z.ZodType> = {
  /** `domain.verb`, also the queue's name. */
  name: string;
  /** Ids only: the row is read when the job runs. */
  payload: Payload;
  /** Tries after the first, with exponential backoff from `delaySeconds`. Default 5 from 2 s. */
  retry?: { limit: number; delaySeconds: number };
  /** A run that takes longer is given to another worker. Default 300. */
  expireSeconds?: number;
  /** At least 10. When set, a run whose worker died is given to another after this many seconds. */
  heartbeatSeconds?: number;
  /** Runs at once in one worker process. Default 2. */
  concurrency?: number;
  /** Throws for a fault worth another try; a missing row is done, not a fault. */
  run: (payload: z.output<Payload>, context: JobContext) => Promise<JobOutcome>;
};

/** A job as plain data: its name, its payload's shape, its retries, and a `run` that delegates to the domain. */
export function defineJob<Payload extends z.ZodType>(
  definition: JobDefinition<Payload>,
): JobDefinition<Payload> {
  return definition;
}
