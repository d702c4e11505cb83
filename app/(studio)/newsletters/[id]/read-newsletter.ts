import { notFound } from "next/navigation";
import { cache } from "react";
import { z } from "zod";
import type { Viewer } from "@/lib/accounts/viewer";
import { requireViewer } from "@/lib/entry/require-viewer";
import { getNewsletter, getNewsletterVersion } from "@/lib/newsletters/get-newsletter";
import type { NewsletterView } from "@/lib/newsletters/newsletter-schema";
import { isAppError } from "@/lib/platform/errors";

/** The newsletter of the page, read once a request. What is no id, not there or not the viewer's is the not-found page. */
export const readNewsletter = cache(async (id: string): Promise<NewsletterView> => {
  if (!z.uuid().safeParse(id).success) notFound();
  return getNewsletter(await requireViewer(), id).catch(orNotFound);
});

/** Which version to show: the one that the address names, else the newest. */
export async function readVersion(
  viewer: Viewer,
  newsletter: NewsletterView,
  named: string | string[] | undefined,
): Promise<number> {
  if (named === undefined) return newsletter.version;
  const version = z.coerce.number().int().min(1).max(newsletter.version).safeParse(named).data ?? notFound();
  await getNewsletterVersion(viewer, { id: newsletter.id, version }).catch(orNotFound);
  return version;
}

function orNotFound(error: unknown): never {
  if (isAppError(error, "not_found")) notFound();
  throw error;
}
