import type { Readable } from "node:stream";
import type { z } from "zod";
import { assertCan } from "@/lib/accounts/permissions";
import type { Viewer } from "@/lib/accounts/viewer";
import { now } from "@/lib/platform/clock";
import { equalInConstantTime, sign } from "@/lib/platform/crypto";
import { db } from "@/lib/platform/db";
import { env } from "@/lib/platform/env";
import { AppError } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/ids";
import { putFile } from "@/lib/platform/storage";
import { createUploadInput, maxUploadBytes } from "./import-schema";

export type UploadTargetView = {
  uploadId: string;
  /** Where the bytes go, for an hour; the signature in it is the permission. */
  url: string;
  method: "PUT";
  headers: Record<string, string>;
};

/** How long the address of an upload is good for. */
const targetLifeMs = 3_600_000;

/** Announces a file: its name and exact size. Throws `too_large` (`upload_too_large`), `invalid` for an empty one. */
export async function createUpload(
  viewer: Viewer,
  raw: z.input<typeof createUploadInput>,
): Promise<UploadTargetView> {
  assertCan(viewer, "contacts.import");
  const input = createUploadInput.parse(raw);
  assertUploadSize(input.size);
  const { workspaceId } = viewer;
  const id = newId();
  await db().upload.create({
    data: {
      id,
      workspaceId,
      createdById: viewer.userId,
      name: input.name,
      sizeBytes: input.size,
      contentType: input.type,
      storageKey: `uploads/${workspaceId}/${id}`,
      createdAt: now(),
    },
  });
  const expires = now().getTime() + targetLifeMs;
  const signature = signTarget(id, expires);
  return {
    uploadId: id,
    url: `${env().APP_URL}/api/uploads/${id}?expires=${expires}&signature=${signature}`,
    method: "PUT",
    headers: { "content-type": input.type || "application/octet-stream" },
  };
}

/**
 * Streams the announced bytes into storage. A length other than the announced one fails, and nothing is kept; the same upload may be
 * tried again until it is complete. Throws `forbidden`, `expired`, `not_found`, `invalid` (`upload_length`), `conflict` when complete.
 */
export async function receiveUpload(
  id: string,
  permission: { expires: number; signature: string },
  source: Readable,
): Promise<{ bytes: number }> {
  if (!equalInConstantTime(permission.signature, signTarget(id, permission.expires))) {
    throw new AppError("forbidden", "not a signed upload address");
  }
  if (permission.expires < now().getTime()) throw new AppError("expired", "the upload address has expired");
  const upload = await db().upload.findUnique({ where: { id } });
  if (!upload) throw new AppError("not_found", `no upload ${id}`);
  if (upload.receivedAt) throw new AppError("conflict", "the file has arrived already");
  return storeUpload(upload, source);
}

/** Takes a file that arrives whole in one request. Throws like `createUpload`. */
export async function createStoredUpload(
  viewer: Viewer,
  file: { name: string; type: string; size: number },
  source: Readable,
): Promise<string> {
  const target = await createUpload(viewer, {
    name: file.name || "contacts.csv",
    type: file.type,
    size: file.size,
  });
  const upload = await db().upload.findUniqueOrThrow({ where: { id: target.uploadId } });
  await storeUpload(upload, source);
  return upload.id;
}

async function storeUpload(
  upload: { id: string; storageKey: string; sizeBytes: bigint },
  source: Readable,
): Promise<{ bytes: number }> {
  const stored = await putFile(upload.storageKey, source, {
    expectedBytes: Number(upload.sizeBytes),
    maxBytes: maxUploadBytes,
  });
  await db().upload.update({ where: { id: upload.id }, data: { receivedAt: now() } });
  return stored;
}

function assertUploadSize(size: number): void {
  if (size === 0) throw new AppError("invalid", "the file is empty", { userMessage: "import_empty" });
  if (size > maxUploadBytes) {
    throw new AppError("too_large", `a file holds at most ${maxUploadBytes} bytes`, {
      userMessage: "upload_too_large",
      values: { limit: `${maxUploadBytes / 1024 / 1024} MB` },
    });
  }
}

function signTarget(id: string, expires: number): string {
  return sign("upload", `${id}\n${expires}`);
}
