import { fillMergeTags } from "@/emails/newsletter/fill-merge-tags";
import { renderNewsletter } from "@/emails/newsletter/render-newsletter";
import { assertCan } from "@/lib/accounts/permissions";
import type { Viewer } from "@/lib/accounts/viewer";
import type { NewsletterDocument } from "@/lib/content/document-schema";
import { env } from "@/lib/platform/env";
import { getLetterhead } from "./get-letterhead";
import { getNewsletter, getNewsletterVersion } from "./get-newsletter";

export type PreviewView = {
  subject: string;
  preheader: string;
  html: string;
  text: string;
  /** Of the HTML, in UTF-8. */
  bytes: number;
  links: string[];
};

/**
 * The newsletter as it would arrive at someone of whom nothing is known: merge tags show their fallbacks, the ways out lead to the
 * app's own front. With `version`, as it was then. Throws `not_found`.
 */
export async function renderForPreview(
  viewer: Viewer,
  id: string,
  options: { version?: number } = {},
): Promise<PreviewView> {
  assertCan(viewer, "newsletters.read");
  const document =
    options.version === undefined
      ? (await getNewsletter(viewer, id)).document
      : await getNewsletterVersion(viewer, { id, version: options.version });
  return renderDocumentForPreview(viewer, document);
}

/** The same for a document that is not saved, such as a template's. */
export async function renderDocumentForPreview(
  viewer: Viewer,
  document: NewsletterDocument,
): Promise<PreviewView> {
  assertCan(viewer, "newsletters.read");
  const letterhead = await getLetterhead(viewer);
  const { APP_URL } = env();
  const rendered = await renderNewsletter(document, {
    mode: "preview",
    links: { unsubscribe: `${APP_URL}/`, preferences: `${APP_URL}/`, webView: `${APP_URL}/` },
    ...letterhead,
    assetBase: APP_URL,
  });
  const { html, text, subject, preheader } = fillMergeTags(rendered, {});
  return { html, text, subject, preheader, bytes: rendered.bytes, links: rendered.links };
}
