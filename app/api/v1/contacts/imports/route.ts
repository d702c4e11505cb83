import { startImport } from "@/lib/contacts/start-import";
import { answerOnce } from "@/lib/entry/idempotency";
import { route } from "@/lib/entry/route";
import { publicId } from "@/lib/platform/ids";
import { readImportRequest } from "./read-import-form";

export const POST = route({ auth: "apiKey", scope: "contacts.write" }, async ({ viewer, request }) => {
  const asked = await readImportRequest(request);
  const answer = async () => {
    const { id, status } = await startImport(viewer, await asked.store(viewer));
    return Response.json({ id: publicId("import", id), status }, { status: 202 });
  };
  const key = request.headers.get("idempotency-key");
  const operation = new URL(request.url).pathname;
  return key ? answerOnce(viewer.workspaceId, key, operation, asked.fingerprint, answer) : answer();
});
