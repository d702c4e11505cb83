import { route } from "@/lib/entry/route";
import { replaceDocument } from "@/lib/newsletters/change-newsletter";
import { getNewsletter } from "@/lib/newsletters/get-newsletter";
import { publicId } from "@/lib/platform/ids";
import { changeBody, documentFrom } from "../newsletter-body";
import { newsletterParams, newsletterResource, versionFrom } from "../newsletter-resource";

export const GET = route(
  { auth: "apiKey", scope: "newsletters.read", params: newsletterParams },
  async ({ viewer, params }) => {
    const newsletter = await getNewsletter(viewer, params.id);
    return Response.json(newsletterResource(newsletter), { headers: { etag: `"${newsletter.version}"` } });
  },
);

/** `If-Match` names the version that was changed; 409 when the newsletter has moved on. */
export const PATCH = route(
  {
    auth: "apiKey",
    scope: "newsletters.write",

    params: newsletterParams,
    body: changeBody,
  },
  async ({ viewer, params, body, request }) => {
    const version = versionFrom(request);
    const present = await getNewsletter(viewer, params.id);
    const document = documentFrom(body, present.document, present.document.meta.language);
    const changed = await replaceDocument(viewer, { id: params.id, version, document, source: "api" });
    return Response.json(
      { id: publicId("newsletter", params.id), version: changed.version },
      { headers: { etag: `"${changed.version}"` } },
    );
  },
);
