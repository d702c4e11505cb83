import { createReadStream, createWriteStream } from "node:fs";
import { mkdir, open, rename, rm, stat } from "node:fs/promises";
import path from "node:path";
import { type Readable, Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { env } from "./env";
import { AppError } from "./errors";
import { newId } from "./ids";

/** Files by key, in a folder under DATA_DIR. A key is `area/workspace/id`: letters, digits, `-`, `_`, `.` and slashes. */
const keyPattern = /^[a-z0-9][a-zA-Z0-9_-]*(?:\/[a-zA-Z0-9][a-zA-Z0-9._-]*)+$/;

export type PutOptions = {
  /** The length that was announced; any other fails. */
  expectedBytes?: number;
  maxBytes?: number;
};

/**
 * Streams the bytes into the file `key`; it exists under that name only when complete. Throws `too_large` past `maxBytes`, `invalid`
 * when the length differs from the announced one; nothing is left behind then.
 */
export async function putFile(
  key: string,
  source: Readable,
  options: PutOptions = {},
): Promise<{ bytes: number }> {
  const target = pathOf(key);
  const temporary = `${target}.${newId()}.part`;
  await mkdir(path.dirname(target), { recursive: true, mode: 0o700 });
  const meter = meterOf(options);
  try {
    await pipeline(source, meter.stream, createWriteStream(temporary, { mode: 0o600 }));
    assertLength(meter.bytes(), options.expectedBytes);
    await flushToDisk(temporary);
    await rename(temporary, target);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
  return { bytes: meter.bytes() };
}

/** The bytes of a file, from `start` on. Throws `not_found`. */
export async function openFile(key: string, range: { start?: number; end?: number } = {}): Promise<Readable> {
  await statFile(key);
  return createReadStream(pathOf(key), { highWaterMark: 256 * 1024, ...range });
}

/** Size in bytes. Throws `not_found`. */
export async function statFile(key: string): Promise<{ bytes: number }> {
  try {
    return { bytes: (await stat(pathOf(key))).size };
  } catch (error) {
    if (isMissing(error)) throw new AppError("not_found", `no file ${key}`, { cause: error });
    throw error;
  }
}

/** Deleting what is not there is done, not a fault. */
export async function deleteFile(key: string): Promise<void> {
  await rm(pathOf(key), { force: true });
}

function pathOf(key: string): string {
  if (!keyPattern.test(key) || key.includes("..")) throw new Error(`not a storage key: ${key}`);
  return path.resolve(env().DATA_DIR, "files", ...key.split("/"));
}

function meterOf({ expectedBytes, maxBytes }: PutOptions): { stream: Transform; bytes: () => number } {
  const allowed = Math.min(expectedBytes ?? Number.POSITIVE_INFINITY, maxBytes ?? Number.POSITIVE_INFINITY);
  let bytes = 0;
  const stream = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      if (bytes <= allowed) return done(null, chunk);
      if (expectedBytes !== undefined && bytes > expectedBytes) return done(lengthDiffers(expectedBytes));
      done(new AppError("too_large", `more than ${maxBytes} bytes`));
    },
  });
  return { stream, bytes: () => bytes };
}

function assertLength(bytes: number, expected: number | undefined): void {
  if (expected !== undefined && bytes !== expected) throw lengthDiffers(expected);
}

function lengthDiffers(expected: number): AppError {
  return new AppError("invalid", `the file is not ${expected} bytes long, as was announced`, {
    userMessage: "upload_length",
  });
}

async function flushToDisk(file: string): Promise<void> {
  const handle = await open(file, "r+");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ENOENT";
}
