import { Readable } from "node:stream";
import { z } from "zod";
import { openErrorReport } from "@/lib/contacts/get-import";
import { route } from "@/lib/entry/route";

/** The report as a file for the person who looks at the page. */
export const GET = route(
  { auth: "session", can: "contacts.import", params: z.object({ id: z.uuid() }) },
  async ({ viewer, params: { id } }) => {
    const report = Readable.toWeb(await openErrorReport(viewer, id)) as ReadableStream<Uint8Array>;
    return new Response(report, {
      headers: {
        "content-type": "text/csv; charset=utf-8",
        "content-disposition": `attachment; filename="import-errors-${id.slice(-8)}.csv"`,
        "cache-control": "no-store",
      },
    });
  },
);
