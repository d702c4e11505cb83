import { Readable } from "node:stream";
import { jobViewer } from "@/lib/accounts/viewer";
import { recordAudit } from "@/lib/audit/record-audit";
import type { JobOutcome } from "@/lib/jobs/define-job";
import { now } from "@/lib/platform/clock";
import { db, transaction } from "@/lib/platform/db";
import { isAppError } from "@/lib/platform/errors";
import { log } from "@/lib/platform/log";
import { openFile, putFile } from "@/lib/platform/storage";
import { publishAfterCommit } from "@/lib/realtime/publish";
import { importTopic } from "@/lib/realtime/topics";
import { type CsvRecord, CsvScanner } from "./csv-scanner";
import type { ImportRow } from "./internal/plan-batch";
import { releaseFile } from "./internal/release-file";
import { writeBatch } from "./internal/write-batch";

type RunOptions = {
  signal?: AbortSignal;
  /** A fault then ends the import as failed instead of being thrown for another try. */
  isLastAttempt?: boolean;
  /** How long one slice works; the next goes on where it ended. */
  sliceMs?: number;
  batchRows?: number;
};

/**
 * Works one slice of an import and says whether there is more. It may be killed at any moment and started again anywhere: records are
 * committed with the place behind them. An import that is gone, finished or cancelled is done.
 */
export async function runImport(importId: string, options: RunOptions = {}): Promise<JobOutcome> {
  try {
    const running = await takeUp(importId);
    if (!running) return undefined;
    return await workSlice(running, options);
  } catch (error) {
    const isGone = isAppError(error, "not_found");
    if (!isGone && !options.isLastAttempt) throw error;
    log.error("import failed", { importId, error: error instanceof Error ? error.stack : String(error) });
    await finish(importId, "failed", isGone ? "file_gone" : "internal");
    return undefined;
  }
}

async function takeUp(importId: string): Promise<ImportRow | null> {
  const found = await db().import.findUnique({ where: { id: importId } });
  if (!found || (found.status !== "queued" && found.status !== "running")) return null;
  const workingKey = found.workingKey ?? (await makeWorkingCopy(found));
  await db().import.updateMany({
    where: { id: importId, status: { in: ["queued", "running"] } },
    data: { status: "running", startedAt: found.startedAt ?? now(), workingKey },
  });
  return db().import.findFirst({ where: { id: importId, status: "running" } });
}

/** A UTF-8 copy without byte order mark when the file is in another encoding: offsets are then the same for every run. */
async function makeWorkingCopy(imported: ImportRow): Promise<string | null> {
  if (imported.encoding === "utf-8") return null;
  const workingKey = `imports/${imported.workspaceId}/${imported.id}`;
  const { bytes } = await putFile(workingKey, Readable.from(inUtf8(imported)));
  await db().import.update({ where: { id: imported.id }, data: { sizeBytes: bytes } });
  return workingKey;
}

async function* inUtf8(imported: ImportRow): AsyncGenerator<Buffer> {
  const decoder = new TextDecoder(imported.encoding);
  for await (const piece of await openFile(imported.storageKey)) {
    yield Buffer.from(decoder.decode(piece as Buffer, { stream: true }));
  }
  yield Buffer.from(decoder.decode());
}

async function workSlice(imported: ImportRow, options: RunOptions): Promise<JobOutcome> {
  const { sliceMs = 15_000, batchRows = 1_000, signal } = options;
  const endMs = performance.now() + sliceMs;
  let from = imported.byteOffset;
  for await (const records of readBatches(imported, batchRows)) {
    if ((await writeBatch(imported, from, records)) === "stale") return undefined;
    from = BigInt(records.at(-1)?.end ?? 0);
    publishAfterCommit(importTopic(imported.workspaceId, imported.id));
    if (signal?.aborted || performance.now() > endMs) return { again: true };
  }
  await finish(imported.id, "completed", null);
  return undefined;
}

/** The records behind the checkpoint, in batches, without the header. */
async function* readBatches(imported: ImportRow, batchRows: number): AsyncGenerator<CsvRecord[]> {
  const start = Number(imported.byteOffset);
  const scanner = new CsvScanner(imported.delimiter, { byte: start, line: imported.lineOffset + 1 });
  const source = await openFile(imported.workingKey ?? imported.storageKey, { start });
  let isFirst = start === 0;
  let skipHeader = isFirst && imported.hasHeader;
  let batch: CsvRecord[] = [];
  for await (const records of scanned(source, scanner)) {
    for (const record of records) {
      if (isFirst && "cells" in record && record.cells[0])
        record.cells[0] = record.cells[0].replace(/^\ufeff/, "");
      isFirst = false;
      if (skipHeader) {
        skipHeader = false;
        continue;
      }
      batch.push(record);
      if (batch.length < batchRows) continue;
      yield batch;
      batch = [];
    }
  }
  if (batch.length > 0) yield batch;
}

async function* scanned(source: Readable, scanner: CsvScanner): AsyncGenerator<CsvRecord[]> {
  for await (const piece of source) yield scanner.push(piece as Buffer);
  yield scanner.finish();
}

/** Ends the import, once, and lets go of the file: what was faulty stands in the report. */
async function finish(
  importId: string,
  status: "completed" | "failed",
  failureCode: string | null,
): Promise<void> {
  const ended = await transaction(async (tx) => {
    const { count } = await tx.import.updateMany({
      where: { id: importId, status: { in: ["queued", "running"] } },
      data: { status, failureCode, finishedAt: now() },
    });
    if (count === 0) return null;
    const row = await tx.import.findUniqueOrThrow({ where: { id: importId } });
    await recordAudit(tx, {
      viewer: { ...jobViewer(row.workspaceId, row.createdById) },
      action: "contacts.imported",
      resourceType: "import",
      resourceId: importId,
      after: { status, created: row.created, updated: row.updated, skipped: row.skipped, failed: row.failed },
    });
    return row;
  });
  if (!ended) return;
  publishAfterCommit(importTopic(ended.workspaceId, importId));
  await releaseFile(ended);
}
