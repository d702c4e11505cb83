import { pool } from "@/lib/platform/db";
import { deadLetterQueue, jobsSchema } from "./boss";

export type QueueStatusView = {
  queues: {
    name: string;
    waiting: number;
    deferred: number;
    active: number;
    failed: number;
    oldestSeconds: number;
  }[];
  deadLetters: number;
  workers: { id: string; host: string; pid: number; seenAt: Date; alive: boolean }[];
};

/** Depth and age of every queue and who works them; a worker counts as alive when it was seen within 20 s. */
export async function getQueueStatus(): Promise<QueueStatusView> {
  const { rows } = await pool().query<{
    name: string;
    waiting: string;
    deferred: string;
    active: string;
    failed: string;
    oldest: string | null;
  }>(
    `SELECT name,
            count(*) FILTER (WHERE state IN ('created', 'retry') AND start_after <= now()) AS waiting,
            count(*) FILTER (WHERE state IN ('created', 'retry') AND start_after > now()) AS deferred,
            count(*) FILTER (WHERE state = 'active') AS active,
            count(*) FILTER (WHERE state = 'failed') AS failed,
            extract(epoch FROM now() - min(created_on) FILTER (WHERE state IN ('created', 'retry') AND start_after <= now())) AS oldest
       FROM ${jobsSchema}.job
      GROUP BY name ORDER BY name`,
  );
  const workers = await pool().query<{ id: string; host: string; pid: number; seenAt: Date; alive: boolean }>(
    `SELECT id, host, pid, "seenAt", ("stoppedAt" IS NULL AND "seenAt" > now() - interval '20 seconds') AS alive
       FROM "Worker" WHERE "seenAt" > now() - interval '1 day' ORDER BY "seenAt" DESC LIMIT 50`,
  );
  const queues = rows
    .filter((row) => row.name !== deadLetterQueue && !row.name.startsWith("__pgboss"))
    .map((row) => ({
      name: row.name,
      waiting: Number(row.waiting),
      deferred: Number(row.deferred),
      active: Number(row.active),
      failed: Number(row.failed),
      oldestSeconds: Math.max(0, Math.round(Number(row.oldest ?? 0))),
    }));
  const dead = rows.find((row) => row.name === deadLetterQueue);
  return {
    queues,
    deadLetters: Number(dead?.waiting ?? 0) + Number(dead?.failed ?? 0),
    workers: workers.rows,
  };
}
