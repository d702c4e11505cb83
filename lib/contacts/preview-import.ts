import { assertCan } from "@/lib/accounts/permissions";
import type { Viewer } from "@/lib/accounts/viewer";
import { db } from "@/lib/platform/db";
import { AppError } from "@/lib/platform/errors";
import { openFile } from "@/lib/platform/storage";
import {
  type Delimiter,
  decodeSample,
  detectDelimiter,
  detectEncoding,
  type Encoding,
  findNotCsv,
  hasHeaderRow,
  looksLikeEmail,
  readSample,
  sampleBytes,
  suggestColumns,
} from "./import-rules";
import { type ImportColumns, maxColumns } from "./import-schema";
import { listFieldKeys } from "./list-lists";

export type ImportFormat = { encoding: Encoding; delimiter: Delimiter; hasHeader: boolean };

export type ImportPreviewView = ImportFormat & {
  uploadId: string;
  fileName: string;
  sizeBytes: number;
  /** One title a column: the header's, or its number where there is none. */
  header: string[];
  /** Where each column would go. */
  columns: ImportColumns;
  /** The first rows, without the header. */
  rows: string[][];
  /** Custom fields that contacts already have. */
  fieldKeys: string[];
};

/**
 * What a file holds, before anything is written. Throws `not_found`, `conflict` (`upload_missing`) while the bytes have not arrived,
 * `invalid` for what is not CSV with addresses.
 */
export async function previewImport(viewer: Viewer, uploadId: string): Promise<ImportPreviewView> {
  assertCan(viewer, "contacts.import");
  const upload = await getReceivedUpload(viewer, uploadId);
  const { rows, header, format } = await readHead(upload.storageKey);
  return {
    ...format,
    uploadId,
    fileName: upload.name,
    sizeBytes: Number(upload.sizeBytes),
    header,
    columns: suggestColumns(header, rows),
    rows: rows.slice(0, 5),
    fieldKeys: await listFieldKeys(viewer),
  };
}

/** The upload, once its bytes are here. */
export async function getReceivedUpload(viewer: Viewer, id: string) {
  const upload = await db().upload.findFirst({ where: { id, workspaceId: viewer.workspaceId } });
  if (!upload) throw new AppError("not_found", `no upload ${id}`);
  if (!upload.receivedAt) {
    throw new AppError("conflict", "the file has not arrived", { userMessage: "upload_missing" });
  }
  return upload;
}

export type FileHead = { format: ImportFormat; header: string[]; rows: string[][] };

/** Format, header and first rows of a stored file. Throws `invalid` for what is not CSV with addresses. */
export async function readHead(storageKey: string): Promise<FileHead> {
  const sample = await readStart(storageKey);
  const notCsv = findNotCsv(sample);
  if (notCsv) throw refusal(notCsv);
  const encoding = await settleEncoding(storageKey, sample);
  const text = decodeSample(sample, encoding);
  const delimiter = detectDelimiter(text);
  const all = readSample(text, delimiter).filter((row) => row.some((cell) => cell !== ""));
  const hasHeader = hasHeaderRow(all);
  const rows = (hasHeader ? all.slice(1) : all).slice(0, 100);
  const titles = hasHeader ? (all[0] ?? []) : [];
  // With a header, it says how many columns there are: a row with more is faulty.
  const width = hasHeader ? titles.length : Math.max(1, ...rows.map((row) => row.length));
  const header = Array.from(
    { length: Math.min(maxColumns, width) },
    (_, index) => titles[index]?.slice(0, 100) || `${index + 1}`,
  );
  const named = suggestColumns(header, rows).includes("email");
  if (rows.length === 0 || !(named || rows.some((row) => row.some(looksLikeEmail)))) {
    throw refusal(
      rows.length === 0 && !named
        ? "import_no_email"
        : rows.length === 0
          ? "import_empty"
          : "import_no_email",
    );
  }
  return { format: { encoding, delimiter, hasHeader }, header, rows };
}

async function readStart(storageKey: string): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of await openFile(storageKey, { start: 0, end: sampleBytes - 1 }))
    pieces.push(piece);
  return Buffer.concat(pieces);
}

/** A file that begins in plain letters may still hold Windows-1252 further on: then all of it is that. */
async function settleEncoding(storageKey: string, sample: Buffer): Promise<Encoding> {
  const first = detectEncoding(sample);
  if (first !== "utf-8" || sample.length < sampleBytes) return first;
  const decoder = new TextDecoder("utf-8", { fatal: true });
  try {
    for await (const piece of await openFile(storageKey)) decoder.decode(piece as Buffer, { stream: true });
    return "utf-8";
  } catch {
    return "windows-1252";
  }
}

function refusal(userMessage: string): AppError {
  return new AppError("invalid", `not an importable file: ${userMessage}`, {
    userMessage,
    fields: { file: userMessage },
  });
}
