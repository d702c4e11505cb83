import type { PgBoss } from "pg-boss";
import { sweepAccountsJob } from "@/lib/accounts/jobs/sweep-accounts";
import { ensureQueue } from "@/lib/jobs/boss";
import type { JobDefinition } from "@/lib/jobs/define-job";

export type Schedule = {
  job: JobDefinition;
  /** Five fields, in the time zone below. */
  cron: string;
  timeZone: string;
  payload: Record<string, unknown>;
};

/** Everything that happens by the clock, in one table. */
export const schedules: readonly Schedule[] = [
  { job: sweepAccountsJob as unknown as JobDefinition, cron: "17 * * * *", timeZone: "UTC", payload: {} },
];

/** Makes the database's schedules equal to the table: several workers may do so at once. */
export async function applySchedules(boss: PgBoss, wanted: readonly Schedule[] = schedules): Promise<void> {
  for (const { job, cron, timeZone, payload } of wanted) {
    await ensureQueue(boss, job);
    await boss.schedule(job.name, cron, { payload, correlationId: null }, { tz: timeZone });
  }
  const names = new Set(wanted.map(({ job }) => job.name));
  for (const known of await boss.getSchedules()) {
    if (!names.has(known.name)) await boss.unschedule(known.name);
  }
}
