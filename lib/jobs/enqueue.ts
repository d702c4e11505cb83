import { fromPrisma } from "pg-boss";
import type { z } from "zod";
import { correlationId } from "@/lib/platform/correlation";
import type { Transaction } from "@/lib/platform/db";
import { bossForSending, ensureQueue } from "./boss";
import type { JobDefinition } from "./define-job";

export type EnqueueOptions = {
  /** While a job with this key waits, another is not added. */
  singletonKey?: string;
  startAfter?: Date | number;
  priority?: number;
  /** Jobs of one group take fair turns with those of others (a workspace's id). */
  group?: string;
};

/**
 * Enqueues in the caller's transaction: the job exists exactly when the change that caused it is committed.
 * `null` enqueues at once. Returns the job's id, or null when a singleton already waits.
 */
export async function enqueue<Payload extends z.ZodType>(
  tx: Transaction | null,
  job: JobDefinition<Payload>,
  payload: z.input<Payload>,
  options: EnqueueOptions = {},
): Promise<string | null> {
  const boss = await bossForSending();
  await ensureQueue(boss, job as unknown as JobDefinition);
  const data = { payload: job.payload.parse(payload), correlationId: correlationId() ?? null };
  return boss.send(job.name, data, {
    ...(options.singletonKey ? { singletonKey: options.singletonKey } : {}),
    ...(options.startAfter !== undefined ? { startAfter: options.startAfter } : {}),
    ...(options.priority !== undefined ? { priority: options.priority } : {}),
    ...(options.group ? { group: { id: options.group } } : {}),
    ...(tx ? { db: fromPrisma(tx) } : {}),
  });
}
