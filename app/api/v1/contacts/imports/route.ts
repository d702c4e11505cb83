import { startImport } from "@/lib/contacts/start-import";
import { route } from "@/lib/entry/route";
import { publicId } from "@/lib/platform/ids";
import { readImportRequest } from "./read-import-form";

export const POST = route({ auth: "apiKey", scope: "contacts.write" }, async ({ viewer, request }) => {
  const { id, status } = await startImport(viewer, await readImportRequest(viewer, request));
  return Response.json({ id: publicId("import", id), status }, { status: 202 });
});
