import { Readable } from "node:stream";
import type { Viewer } from "@/lib/accounts/viewer";
import { createStoredUpload } from "@/lib/contacts/create-upload";

/** A file that has arrived, ready to be imported; returns the upload's id. */
export function givenUpload(viewer: Viewer, content: string | Buffer, name = "people.csv"): Promise<string> {
  const bytes = Buffer.from(content);
  const pieces = Array.from({ length: Math.ceil(bytes.length / 65_536) }, (_, n) =>
    bytes.subarray(n * 65_536, (n + 1) * 65_536),
  );
  return createStoredUpload(viewer, { name, type: "text/csv", size: bytes.length }, Readable.from(pieces));
}
