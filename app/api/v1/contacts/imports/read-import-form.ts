import { Readable } from "node:stream";
import type { Viewer } from "@/lib/accounts/viewer";
import { createStoredUpload } from "@/lib/contacts/create-upload";
import { maxMultipartBytes, startImportInput } from "@/lib/contacts/import-schema";
import { AppError } from "@/lib/platform/errors";

/** Room for the boundaries and the other parts of the form. */
const formBytes = maxMultipartBytes + 64 * 1024;

/**
 * The import that a request asks for: JSON with an `uploadId`, or a form with the file itself, which is stored first. Throws
 * `use_upload` for a larger file, `unsupported_type`, `invalid`.
 */
export async function readImportRequest(viewer: Viewer, request: Request) {
  const type = request.headers.get("content-type") ?? "";
  if (/^application\/json\b/i.test(type)) return startImportInput.parse(parseJson(await readText(request)));
  if (!/^multipart\/form-data\b/i.test(type)) {
    throw new AppError("unsupported_type", `expected multipart/form-data or application/json, got ${type}`);
  }
  const form = await readForm(request, type);
  const file = form.get("file");
  if (!(file instanceof File)) {
    throw new AppError("invalid", "the form has no file", { fields: { file: "required" } });
  }
  if (file.size > maxMultipartBytes) throw tooLarge();
  const options = startImportInput.omit({ uploadId: true }).parse({
    ...textOf(form, "policy"),
    ...textOf(form, "list"),
    ...(form.has("tags") ? { tags: form.getAll("tags").map(String) } : {}),
    ...(form.has("mapping") ? { mapping: parseJson(String(form.get("mapping"))) } : {}),
  });
  const source = Readable.fromWeb(file.stream() as Parameters<typeof Readable.fromWeb>[0]);
  const uploadId = await createStoredUpload(viewer, file, source);
  return { ...options, uploadId };
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
