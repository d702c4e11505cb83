import type pg from "pg";
import { RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import { sha256 } from "@/lib/platform/crypto";
import { pool } from "@/lib/platform/db";
import { AppError } from "@/lib/platform/errors";
import { type RateLimitName, rateLimits } from "./rate-limits";

/**
 * Counts one use, atomically and for all processes together; the count survives a restart. Throws `rate_limited` with the
 * seconds until the next is allowed. The key is stored as a hash, since it may be an address.
 */
export async function consumeRateLimit(
  name: RateLimitName,
  key: string,
  options: { userMessage?: string } = {},
): Promise<void> {
  try {
    await limiter(name).consume(sha256(key));
  } catch (refusal) {
    if (!(refusal instanceof RateLimiterRes)) throw refusal;
    const retryAfterSeconds = Math.max(1, Math.ceil(refusal.msBeforeNext / 1000));
    throw new AppError("rate_limited", `more than ${rateLimits[name].points} of ${name}`, {
      ...options,
      retryAfterSeconds,
      values: { seconds: retryAfterSeconds, minutes: Math.ceil(retryAfterSeconds / 60) },
    });
  }
}

/** Starts the count anew. */
export async function resetRateLimit(name: RateLimitName, key: string): Promise<void> {
  await limiter(name).delete(sha256(key));
}

const limiters = new WeakMap<pg.Pool, Map<RateLimitName, RateLimiterPostgres>>();

function limiter(name: RateLimitName): RateLimiterPostgres {
  const store = pool();
  const made = limiters.get(store) ?? new Map<RateLimitName, RateLimiterPostgres>();
  limiters.set(store, made);
  const known = made.get(name);
  if (known) return known;
  const { points, seconds } = rateLimits[name];
  const fresh = new RateLimiterPostgres({
    storeClient: store,
    storeType: "pool",
    keyPrefix: name,
    tableName: "RateLimit",
    tableCreated: true,
    points,
    duration: seconds,
    // Someone over the limit is refused from memory and costs the database nothing.
    inMemoryBlockOnConsumed: points + 1,
    // Expired rows are swept by a job, not by a timer in every process.
    clearExpiredByTimeout: false,
  });
  made.set(name, fresh);
  return fresh;
}
