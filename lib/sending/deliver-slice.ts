import type { JobOutcome } from "@/lib/jobs/define-job";
import type { MailLine } from "@/lib/mail/smtp";
import { pool } from "@/lib/platform/db";
import { newId } from "@/lib/platform/ids";
import { log } from "@/lib/platform/log";
import { publishAfterCommit } from "@/lib/realtime/publish";
import { campaignTopic } from "@/lib/realtime/topics";
import { type ClaimedRecipient, claimBatches, releaseBatches, renewLeases } from "./internal/claim-batches";
import { handOverWindow, takeLines } from "./internal/hand-over-window";
import { type LoadedMessage, loadMessage } from "./internal/load-message";
import { markWindow } from "./internal/mark-window";
import { recordOutcomes } from "./internal/record-outcomes";
import { settleDispatch } from "./internal/settle-dispatch";
import { takeBackLeases } from "./internal/take-back-leases";
import { withWindow } from "./internal/window-permits";
import { renewEveryMs, sliceMs, transportRetrySeconds, windowSize, windowsInFlight } from "./sending-rules";

type Slice = {
  dispatchId: string;
  holder: string;
  topic: string;
  loaded: LoadedMessage;
  /** Claimed and not yet in a window. */
  rows: ClaimedRecipient[];
  claiming: Promise<void> | null;
  isDry: boolean;
  isOver: () => boolean;
  end: () => void;
  /** Set when no connection to the mail server could be had. */
  fault: string | null;
};

/**
 * One turn of delivering a Dispatch: claim, mark `handed`, hand over, record, until the turn is over, nothing is due, or the Dispatch stops
 * running. Any number of turns in any number of processes may run at once. Merely claimed rows go back to the queue at the end.
 */
export async function deliverSlice(
  dispatchId: string,
  options: { signal?: AbortSignal; sliceMs?: number } = {},
): Promise<JobOutcome> {
  await takeBackLeases();
  const dispatch = await findRunning(dispatchId);
  if (!dispatch) return undefined;
  const endsAtMs = performance.now() + (options.sliceMs ?? sliceMs);
  let ended = false;
  const slice: Slice = {
    dispatchId,
    holder: newId(),
    topic: campaignTopic(dispatch.workspaceId, dispatch.campaignId),
    loaded: await loadMessage(dispatchId),
    rows: [],
    claiming: null,
    isDry: false,
    isOver: () => ended || performance.now() > endsAtMs || options.signal?.aborted === true,
    end: () => {
      ended = true;
    },
    fault: null,
  };
  const renewal = setInterval(() => void renew(slice), renewEveryMs);
  try {
    await renewLeases(dispatchId, slice.holder);
    await Promise.all(Array.from({ length: windowsInFlight }, () => deliverWindows(slice)));
  } finally {
    clearInterval(renewal);
    await slice.claiming?.catch(() => undefined);
    await releaseBatches(dispatchId, slice.holder);
  }
  await noteFault(dispatchId, slice.fault);
  if (slice.fault) return { again: true, afterSeconds: transportRetrySeconds };
  if (!slice.isDry) return { again: true };
  // Nothing to claim: the Dispatch is over, or paused, or others hold the rest, or the rest is not due; the sweep drives what is left.
  await settleDispatch(dispatchId);
  return undefined;
}

async function deliverWindows(slice: Slice): Promise<void> {
  while (!slice.isOver()) {
    await refill(slice);
    if (slice.rows.length === 0) return;
    await withWindow(() => deliverWindow(slice));
  }
}

async function deliverWindow(slice: Slice): Promise<void> {
  // The turn may have ended, or another window taken the rows, while this one waited.
  if (slice.isOver()) return;
  const rows = slice.rows.splice(0, windowSize);
  if (rows.length === 0) return;
  let lines: MailLine[];
  try {
    lines = await takeLines(rows.length);
  } catch (error) {
    slice.fault = error instanceof Error ? error.message : String(error);
    return slice.end();
  }
  try {
    const marked = await markWindow(slice.dispatchId, slice.holder, rows);
    const open = rows.filter((row) => marked.has(row.id));
    // None at all: the Dispatch was paused or stopped, the lease was lost, or nobody may be written to any more.
    if (open.length === 0) return;
    const outcomes = await handOverWindow(lines, open, slice.loaded.message);
    await recordOutcomes(slice.dispatchId, outcomes, slice.loaded.retryDelaysSeconds);
    publishAfterCommit(slice.topic);
  } finally {
    for (const line of lines) line.giveBack();
  }
}

/** Keeps some windows of rows at hand; the first caller claims, the others wait for the same answer. */
async function refill(slice: Slice): Promise<void> {
  if (slice.rows.length >= 2 * windowSize * windowsInFlight || slice.isDry) return;
  slice.claiming ??= claim(slice).finally(() => {
    slice.claiming = null;
  });
  // With a window at hand nobody waits for the next batch.
  if (slice.rows.length < windowSize) await slice.claiming;
  else slice.claiming.catch(() => undefined);
}

async function claim(slice: Slice): Promise<void> {
  const { batches, rows } = await claimBatches(slice.dispatchId, slice.holder, 2);
  slice.rows.push(...rows);
  if (batches === 0) slice.isDry = true;
}

async function renew(slice: Slice): Promise<void> {
  try {
    await renewLeases(slice.dispatchId, slice.holder);
  } catch (error) {
    log.warn("lease not renewed", { dispatchId: slice.dispatchId, error: String(error) });
  }
}

async function findRunning(
  dispatchId: string,
): Promise<{ workspaceId: string; campaignId: string } | undefined> {
  const { rows } = await pool().query<{ workspaceId: string; campaignId: string }>(
    `SELECT "workspaceId", "campaignId" FROM "Dispatch" WHERE id = $1 AND state = 'running' AND "finishedAt" IS NULL`,
    [dispatchId],
  );
  return rows[0];
}

async function noteFault(dispatchId: string, fault: string | null): Promise<void> {
  if (fault) log.warn("mail server not reachable", { dispatchId, fault });
  await pool().query(
    `UPDATE "Dispatch" SET "lastFault" = $2, "lastFaultAt" = CASE WHEN $2::text IS NULL THEN "lastFaultAt" ELSE now() END
      WHERE id = $1 AND "lastFault" IS DISTINCT FROM $2`,
    [dispatchId, fault],
  );
}
