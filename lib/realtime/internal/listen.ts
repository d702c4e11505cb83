import pg from "pg";
import { env } from "@/lib/platform/env";
import { log } from "@/lib/platform/log";
import { type LiveChange, liveChannel, unpackChanges } from "../live-message";

export type Listening = { close: () => Promise<void> };

type Told = {
  changed: (change: LiveChange) => void;
  /** Connected, for the first time or again. */
  mayHaveMissed: () => void;
};

const firstRetryMs = 250;
const longestRetryMs = 10_000;
/** A connection that a middlebox dropped says nothing; asking it finds out. */
const probeEveryMs = 30_000;
const answerWithinMs = 5_000;

/** Holds one LISTEN connection past any pooler, and makes it again, with growing pauses, whenever it is lost. */
export function listen(told: Told): Listening {
  let closed = false;
  let client: pg.Client | undefined;
  let retryMs = firstRetryMs;
  let waiting: NodeJS.Timeout | undefined;
  let probe: NodeJS.Timeout | undefined;

  const connect = async () => {
    const { DIRECT_DATABASE_URL, DATABASE_URL } = env();
    const fresh = new pg.Client({
      connectionString: DIRECT_DATABASE_URL ?? DATABASE_URL,
      keepAlive: true,
      query_timeout: answerWithinMs,
      connectionTimeoutMillis: answerWithinMs,
      application_name: "galley live updates",
    });
    client = fresh;
    fresh.on("notification", ({ payload }) => {
      for (const change of unpackChanges(payload ?? "")) told.changed(change);
    });
    fresh.on("error", (error) => lost(fresh, error));
    fresh.on("end", () => lost(fresh, undefined));
    try {
      await fresh.connect();
      await fresh.query(`LISTEN ${liveChannel}`);
    } catch (error) {
      return lost(fresh, error);
    }
    if (closed || client !== fresh) return;
    retryMs = firstRetryMs;
    probe = setInterval(() => {
      fresh.query("SELECT 1").catch((error) => lost(fresh, error));
    }, probeEveryMs);
    probe.unref();
    told.mayHaveMissed();
  };

  const lost = (which: pg.Client, error: unknown) => {
    if (client !== which) return;
    client = undefined;
    clearInterval(probe);
    which.end().catch(() => undefined);
    if (closed) return;
    log.warn("live updates lost their connection", { error: String(error ?? "ended"), retryMs });
    waiting = setTimeout(() => void connect(), retryMs);
    retryMs = Math.min(longestRetryMs, retryMs * 2);
  };

  void connect();
  return {
    close: async () => {
      closed = true;
      clearTimeout(waiting);
      clearInterval(probe);
      const open = client;
      client = undefined;
      await open?.end().catch(() => undefined);
    },
  };
}
