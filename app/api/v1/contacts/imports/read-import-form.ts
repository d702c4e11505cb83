import { createHash } from "node:crypto";
import { Readable } from "node:stream";
import type { Viewer } from "@/lib/accounts/viewer";
import { createStoredUpload } from "@/lib/contacts/create-upload";
import { maxMultipartBytes, type StartImportInput, startImportInput } from "@/lib/contacts/import-schema";
import { AppError } from "@/lib/platform/errors";

/** Room for the boundaries and the other parts of the form. */
const formBytes = maxMultipartBytes + 64 * 1024;

export type AskedImport = {
  /** Equal for requests that ask for the same, whatever their boundaries; for Idempotency-Key. */
  fingerprint: string;
  /** Stores the file, where the request brought one, and returns what `startImport` takes. */
  store: (viewer: Viewer) => Promise<StartImportInput>;
};

/**
 * The import that a request asks for: JSON with an `uploadId`, or a form with the file itself. Nothing is stored yet. Throws
 * `use_upload` for a larger file, `unsupported_type`, `invalid`.
 */
export async function readImportRequest(request: Request): Promise<AskedImport> {
  const type = request.headers.get("content-type") ?? "";
  if (/^application\/json\b/i.test(type)) {
    const text = await readText(request);
    const input = parseJson(text);
    startImportInput.parse(input);
    return { fingerprint: text, store: async () => input as StartImportInput };
  }
  if (!/^multipart\/form-data\b/i.test(type)) {
    throw new AppError("unsupported_type", `expected multipart/form-data or application/json, got ${type}`);
  }
  return readFileForm(await readForm(request, type));
}

async function readFileForm(form: FormData): Promise<AskedImport> {
  const file = form.get("file");
  if (!(file instanceof File)) {
    throw new AppError("invalid", "the form has no file", { fields: { file: "required" } });
  }
  if (file.size > maxMultipartBytes) throw tooLarge();
  const options = {
    ...textOf(form, "policy"),
    ...textOf(form, "list"),
    ...(form.has("tags") ? { tags: form.getAll("tags").map(String) } : {}),
    ...(form.has("mapping") ? { mapping: parseJson(String(form.get("mapping"))) } : {}),
  };
  startImportInput.omit({ uploadId: true }).parse(options);
  const bytes = Buffer.from(await file.arrayBuffer());
  const digest = createHash("sha256").update(bytes).digest("hex");
  return {
    fingerprint: JSON.stringify({ file: digest, name: file.name, ...options }),
    store: async (viewer) => ({
      ...(options as Omit<StartImportInput, "uploadId">),
      uploadId: await createStoredUpload(viewer, file, Readable.from([bytes])),
    }),
  };
}

function textOf(form: FormData, name: string): Record<string, string> {
  const value = form.get(name);
  return typeof value === "string" && value !== "" ? { [name]: value } : {};
}

async function readForm(request: Request, type: string): Promise<FormData> {
  const body = await readLimited(request);
  try {
    return await new Response(body, { headers: { "content-type": type } }).formData();
  } catch (error) {
    throw new AppError("invalid", "the form cannot be read", { fields: { file: "required" }, cause: error });
  }
}

async function readText(request: Request): Promise<string> {
  return (await readLimited(request)).toString("utf8");
}

/** The body, up to the limit also when its length was not announced. */
async function readLimited(request: Request): Promise<Buffer<ArrayBuffer>> {
  if (Number(request.headers.get("content-length") ?? 0) > formBytes) throw tooLarge();
  const pieces: Uint8Array[] = [];
  let bytes = 0;
  for await (const piece of request.body ?? []) {
    bytes += piece.byteLength;
    if (bytes > formBytes) throw tooLarge();
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new AppError("invalid", "not JSON", { cause: error });
  }
}

function tooLarge(): AppError {
  return new AppError(
    "use_upload",
    `a form holds at most ${maxMultipartBytes} bytes; use POST /api/v1/uploads`,
  );
}
