import type { PgBoss } from "pg-boss";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { z } from "zod";
import { bossForWorking, deadLetterQueue } from "@/lib/jobs/boss";
import { defineJob } from "@/lib/jobs/define-job";
import { enqueue } from "@/lib/jobs/enqueue";
import { getQueueStatus } from "@/lib/jobs/get-queue-status";
import { workJobs } from "@/lib/jobs/work-jobs";
import { correlationId, withCorrelation } from "@/lib/platform/correlation";
import { pool, transaction } from "@/lib/platform/db";

const ran: { n: number; correlationId: string | undefined; attempt: number }[] = [];

const count = defineJob({
  name: "test.count",
  payload: z.object({ n: z.number() }),
  run: async ({ n }, { attempt }) => {
    ran.push({ n, correlationId: correlationId(), attempt });
  },
});

const countDown = defineJob({
  name: "test.count_down",
  payload: z.object({ key: z.string() }),
  run: async () => (++slices < 3 ? { again: true as const } : undefined),
});
let slices = 0;

const poison = defineJob({
  name: "test.poison",
  payload: z.object({}),
  retry: { limit: 1, delaySeconds: 1 },
  run: async () => {
    throw new Error("never works");
  },
});

let boss: PgBoss;

beforeAll(async () => {
  boss = await bossForWorking(process.env.DATABASE_URL ?? "");
  await workJobs(boss, [count, countDown, poison] as never);
});

afterAll(async () => {
  await boss.stop({ graceful: false });
});

async function waitingJobs(name: string): Promise<number> {
  const { rows } = await pool().query("SELECT count(*)::int AS n FROM pgboss.job WHERE name = $1", [name]);
  return rows[0].n;
}

describe("jobs", () => {
  it("runs a job under the correlation id of the request that enqueued it", async () => {
    await withCorrelation("request-1", () => enqueue(null, count, { n: 1 }));
    await vi.waitFor(
      () => expect(ran).toContainEqual({ n: 1, correlationId: "request-1", attempt: 1 }),
      10_000,
    );
  });

  it("does not exist when the transaction that enqueued it rolls back", async () => {
    const before = await waitingJobs(count.name);
    await expect(
      transaction(async (tx) => {
        await enqueue(tx, count, { n: 2 });
        throw new Error("changed our mind");
      }),
    ).rejects.toThrow("changed our mind");
    expect(await waitingJobs(count.name)).toBe(before);
    await transaction((tx) => enqueue(tx, count, { n: 3 }));
    await vi.waitFor(() => expect(ran.some((run) => run.n === 3)).toBe(true), 10_000);
    expect(ran.some((run) => run.n === 2)).toBe(false);
  });

  it("goes on in slices until the job says that it is done", async () => {
    await enqueue(null, countDown, { key: "a" });
    await vi.waitFor(() => expect(slices).toBe(3), 15_000);
  });

  it("lands in the dead letters after its last try", async () => {
    await enqueue(null, poison, {});
    await vi.waitFor(async () => expect(await waitingJobs(deadLetterQueue)).toBe(1), 20_000);
    expect((await getQueueStatus()).deadLetters).toBe(1);
  }, 30_000);
});
