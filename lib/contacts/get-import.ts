import { Readable } from "node:stream";
import { assertCan } from "@/lib/accounts/permissions";
import type { Viewer } from "@/lib/accounts/viewer";
import { now } from "@/lib/platform/clock";
import { db, type Prisma } from "@/lib/platform/db";
import { AppError } from "@/lib/platform/errors";
import type { DuplicatePolicy, ImportStatus } from "@/lib/platform/generated/prisma/enums";
import { publishAfterCommit } from "@/lib/realtime/publish";
import { importTopic } from "@/lib/realtime/topics";
import { safeCsvCell } from "./import-rules";
import { releaseFile } from "./internal/release-file";

export type ImportView = {
  id: string;
  fileName: string;
  status: ImportStatus;
  policy: DuplicatePolicy;
  listId: string | null;
  rows: { total: number; created: number; updated: number; skipped: number; failed: number };
  sizeBytes: number;
  doneBytes: number;
  /** Rows a second while it worked; null before the first. */
  rowsPerSecond: number | null;
  /** Estimated from the bytes left; null when nothing is left or known. */
  secondsLeft: number | null;
  /** A key of messages/*\/contacts.json, when the whole import failed. */
  failureCode: string | null;
  createdAt: Date;
  finishedAt: Date | null;
};

/** Throws `not_found`. */
export async function getImport(viewer: Viewer, id: string): Promise<ImportView> {
  assertCan(viewer, "contacts.import");
  return viewOf(await findImport(viewer, id));
}

/** The newest imports first. */
export async function listImports(viewer: Viewer): Promise<ImportView[]> {
  assertCan(viewer, "contacts.import");
  const rows = await db().import.findMany({
    where: { workspaceId: viewer.workspaceId },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: 20,
  });
  return rows.map(viewOf);
}

/** Ends an import after the rows in hand; what was imported stays. Throws `not_found`, `conflict` (`import_finished`). */
export async function cancelImport(viewer: Viewer, id: string): Promise<ImportView> {
  assertCan(viewer, "contacts.import");
  const { workspaceId } = viewer;
  const cancelled = await db().import.updateMany({
    where: { id, workspaceId, status: { in: ["queued", "running"] } },
    data: { status: "cancelled", finishedAt: now() },
  });
  const found = await findImport(viewer, id);
  if (cancelled.count === 0) {
    throw new AppError("conflict", `import is ${found.status}`, { userMessage: "import_finished" });
  }
  publishAfterCommit(importTopic(workspaceId, id));
  await releaseFile(found);
  return viewOf(found);
}

export type RowErrorView = {
  id: string;
  line: number;
  column: number | null;
  code: string;
  message: string;
  row: string;
};

/** The first faulty rows, for the page; the report holds all. */
export async function listRowErrors(viewer: Viewer, importId: string, limit = 20): Promise<RowErrorView[]> {
  assertCan(viewer, "contacts.import");
  const rows = await db().importRowError.findMany({
    where: { workspaceId: viewer.workspaceId, importId },
    orderBy: { id: "asc" },
    take: limit,
  });
  return rows.map(({ id, line, column, code, message, row }) => ({
    id: String(id),
    line,
    column,
    code,
    message,
    row,
  }));
}

/** All faulty rows as CSV `line,column,code,message,row`, read page by page; no cell can become a formula. Throws `not_found`. */
export async function openErrorReport(viewer: Viewer, importId: string): Promise<Readable> {
  assertCan(viewer, "contacts.import");
  await findImport(viewer, importId);
  return Readable.from(reportLines(viewer.workspaceId, importId));
}

async function* reportLines(workspaceId: string, importId: string): AsyncGenerator<Buffer> {
  yield Buffer.from("line,column,code,message,row\r\n");
  for (let after = 0n; ; ) {
    const rows = await db().importRowError.findMany({
      where: { workspaceId, importId, id: { gt: after } },
      orderBy: { id: "asc" },
      take: 1_000,
    });
    const last = rows.at(-1);
    if (!last) return;
    after = last.id;
    const lines = rows.map((row) =>
      [row.line, row.column, row.code, row.message, row.row].map(safeCsvCell).join(","),
    );
    yield Buffer.from(`${lines.join("\r\n")}\r\n`);
  }
}

type ImportRow = Prisma.ImportGetPayload<object>;

async function findImport(viewer: Viewer, id: string): Promise<ImportRow> {
  const found = await db().import.findFirst({ where: { id, workspaceId: viewer.workspaceId } });
  if (!found) throw new AppError("not_found", `no import ${id}`);
  return found;
}

function viewOf(row: ImportRow): ImportView {
  const sizeBytes = Number(row.sizeBytes);
  const doneBytes = Math.min(sizeBytes, Number(row.byteOffset));
  const isLive = row.status === "queued" || row.status === "running";
  const isKnown = isLive && doneBytes > 0 && row.workedMs > 0;
  return {
    id: row.id,
    fileName: row.fileName,
    status: row.status,
    policy: row.policy,
    listId: row.listId,
    rows: {
      total: row.rowsRead,
      created: row.created,
      updated: row.updated,
      skipped: row.skipped,
      failed: row.failed,
    },
    sizeBytes,
    doneBytes,
    rowsPerSecond: row.workedMs > 0 ? Math.round((row.rowsRead / row.workedMs) * 1_000) : null,
    secondsLeft: isKnown ? Math.ceil((((sizeBytes - doneBytes) / doneBytes) * row.workedMs) / 1_000) : null,
    failureCode: row.failureCode,
    createdAt: row.createdAt,
    finishedAt: row.finishedAt,
  };
}
