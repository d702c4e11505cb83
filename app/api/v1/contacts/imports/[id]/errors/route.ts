import { Readable } from "node:stream";
import { openErrorReport } from "@/lib/contacts/get-import";
import { route } from "@/lib/entry/route";
import { paramsOf } from "../../../contact-resource";

export const GET = route(
  { auth: "apiKey", scope: "contacts.write", params: paramsOf("import") },
  async ({ viewer, params: { id } }) => {
    const report = Readable.toWeb(await openErrorReport(viewer, id)) as ReadableStream<Uint8Array>;
    return new Response(report, { headers: { "content-type": "text/csv; charset=utf-8" } });
  },
);
