import { createUpload } from "@/lib/contacts/create-upload";
import { createUploadInput } from "@/lib/contacts/import-schema";
import { route } from "@/lib/entry/route";
import { publicId } from "@/lib/platform/ids";

export const POST = route(
  { auth: "apiKey", scope: "contacts.write", body: createUploadInput },
  async ({ viewer, body }) => {
    const target = await createUpload(viewer, body);
    return Response.json({ ...target, uploadId: publicId("upload", target.uploadId) }, { status: 201 });
  },
);
