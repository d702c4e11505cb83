import { hostname } from "node:os";
import { now } from "@/lib/platform/clock";
import { pool } from "@/lib/platform/db";
import { newId } from "@/lib/platform/ids";
import { log } from "@/lib/platform/log";

const beatMs = 5_000;
const keptDays = 7;

export type Heartbeat = {
  workerId: string;
  /** When the row was last written, null before the first time. */
  lastBeat: () => Date | null;
  stop: () => Promise<void>;
};

/**
 * Writes this worker's row every five seconds, so that anyone can see that it lives, and once more when it stops. A
 * database that is away is reported and tried again with the next beat.
 */
export async function startHeartbeat(): Promise<Heartbeat> {
  const workerId = newId();
  const startedAt = now();
  let last: Date | null = null;

  const beat = async (stoppedAt: Date | null): Promise<void> => {
    const seenAt = now();
    await pool().query(
      `INSERT INTO "Worker" (id, host, pid, "startedAt", "seenAt", "stoppedAt") VALUES ($1, $2, $3, $4, $5, $6)
       ON CONFLICT (id) DO UPDATE SET "seenAt" = excluded."seenAt", "stoppedAt" = excluded."stoppedAt"`,
      [workerId, hostname(), process.pid, startedAt, seenAt, stoppedAt],
    );
    last = seenAt;
  };
  const tryBeat = (stoppedAt: Date | null): Promise<void> =>
    beat(stoppedAt).catch((error: unknown) => log.warn("heartbeat not written", { error: String(error) }));

  await beat(null);
  await pool().query(`DELETE FROM "Worker" WHERE "seenAt" < now() - make_interval(days => $1)`, [keptDays]);
  const timer = setInterval(() => void tryBeat(null), beatMs);
  return {
    workerId,
    lastBeat: () => last,
    stop: async () => {
      clearInterval(timer);
      await tryBeat(now());
    },
  };
}
