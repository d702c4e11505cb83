import { now } from "@/lib/platform/clock";
import { db } from "@/lib/platform/db";

/** Removes what has run out: sessions, codes and rate-limit counters. Nothing depends on when it runs. */
export async function sweepAccounts(): Promise<{ sessions: number; codes: number; counters: number }> {
  const at = now();
  const [sessions, codes, counters] = await Promise.all([
    db().session.deleteMany({ where: { expires: { lte: at } } }),
    db().verificationCode.deleteMany({ where: { expiresAt: { lte: at } } }),
    db().rateLimit.deleteMany({ where: { expire: { lte: BigInt(at.getTime()) } } }),
  ]);
  return { sessions: sessions.count, codes: codes.count, counters: counters.count };
}
