import { route } from "@/lib/entry/route";
import { createNewsletter } from "@/lib/newsletters/create-newsletter";
import { publicId } from "@/lib/platform/ids";
import { blankDocument, createBody, documentFrom } from "./newsletter-body";

export const POST = route(
  { auth: "apiKey", scope: "newsletters.write", body: createBody },
  async ({ viewer, body }) => {
    const document = documentFrom(body, blankDocument(viewer.locale), viewer.locale);
    const { id, version } = await createNewsletter(viewer, { document, source: "api" });
    return Response.json({ id: publicId("newsletter", id), version }, { status: 201 });
  },
);
