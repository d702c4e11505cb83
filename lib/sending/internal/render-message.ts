import { recipientSlot } from "@/emails/newsletter/markers";
import { renderNewsletter } from "@/emails/newsletter/render-newsletter";
import { replaceLinks } from "@/emails/newsletter/replace-links";
import type { NewsletterDocument } from "@/lib/content/document-schema";
import { env } from "@/lib/platform/env";
import { linkAddress } from "@/lib/platform/links";
import { clickSlot, type RenderedContent } from "../compile-message";

export type RenderedMessage = { rendered: RenderedContent; links: string[] };

/** The newsletter with our own addresses in it, each recipient's tokens left open. */
export async function renderMessage(
  document: NewsletterDocument,
  facts: { postalAddress: string; workspaceName: string },
): Promise<RenderedMessage> {
  const unsubscribe = linkAddress.unsubscribe(recipientSlot("unsubscribe"));
  const plain = await renderNewsletter(document, {
    ...facts,
    mode: "message",
    links: { unsubscribe, preferences: unsubscribe, webView: linkAddress.view(recipientSlot("view")) },
    assetBase: env().APP_URL,
    openPixel: linkAddress.open(recipientSlot("open")),
  });
  const tracked = replaceLinks(plain, (_url, index) => linkAddress.click(recipientSlot(clickSlot(index))));
  const { subject, html, text, mergeTags } = tracked;
  return { rendered: { subject, html, text, mergeTags }, links: plain.links };
}
