import { z } from "zod";
import type { NewsletterView } from "@/lib/newsletters/newsletter-schema";
import { AppError } from "@/lib/platform/errors";
import { plainId, publicId } from "@/lib/platform/ids";

/** What is no newsletter's id is not there, like an id of another workspace. */
export const newsletterParams = z.object({
  id: z.string().transform((value) => {
    const id = plainId("newsletter", value);
    if (!id) throw new AppError("not_found", "no such newsletter");
    return id;
  }),
});

/** A newsletter as REST v1 shows it. */
export function newsletterResource(newsletter: NewsletterView) {
  return {
    id: publicId("newsletter", newsletter.id),
    version: newsletter.version,
    title: newsletter.title,
    subject: newsletter.document.meta.subject,
    preheader: newsletter.document.meta.preheader,
    document: newsletter.document,
    createdAt: newsletter.createdAt,
    updatedAt: newsletter.updatedAt,
  };
}

/** The version that the caller changed, from `If-Match: 3` or `"3"`. */
export function versionFrom(request: Request): number {
  const version = Number((request.headers.get("if-match") ?? "").replace(/^W\//, "").replaceAll('"', ""));
  if (!Number.isSafeInteger(version) || version < 1) {
    throw new AppError("invalid", "send the version you changed as If-Match", {
      userMessage: "if_match_required",
    });
  }
  return version;
}
