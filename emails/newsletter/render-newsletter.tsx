import { render } from "react-email";
import { cleanLine, cleanText } from "@/lib/content/clean-text";
import { type NewsletterDocument, parseDocument } from "@/lib/content/document-schema";
import type { MergeTag } from "@/lib/content/merge-tags";
import { resolveTheme } from "@/lib/content/theme";
import { type BlockContext, paperMargin, paperWidth } from "./blocks/block-context";
import type { FooterFacts } from "./blocks/footer-block";
import { renderRuns } from "./blocks/inline-runs";
import { collectLinks } from "./collect-links";
import { fillMergeTags } from "./fill-merge-tags";
import { type MarkerEncoding, writeMarker } from "./markers";
import { NewsletterEmail } from "./newsletter-email";
import { replaceLinks } from "./replace-links";
import { TagRegister } from "./tag-register";
import { type TextContext, writeText } from "./write-text";

export type RenderOptions = {
  /** `web` leaves out the link to itself and the preheader; `preview` and `message` are one. */
  mode: "preview" | "message" | "web";
  /** Absolute addresses of our own; may hold recipient slots. They are never counted as links. */
  links: { unsubscribe: string; preferences: string; webView: string };
  postalAddress: string;
  workspaceName: string;
  /** Put before pictures of this site (`/templates/…`): the origin, without a slash at the end. */
  assetBase: string;
  /** Address of the picture that tells of an opening; may hold recipient slots. */
  openPixel?: string | undefined;
};

/**
 * A newsletter ready to be filled for each recipient. `html`, `text`, `subject` and `preheader` hold inert markers
 * where contacts' fields belong: nothing of it may be shown or sent before `fillMergeTags`.
 */
export type RenderedNewsletter = {
  html: string;
  text: string;
  subject: string;
  preheader: string;
  /** Size of the HTML in UTF-8 with fallbacks filled in. Gmail cuts messages above 102 kB. */
  bytes: number;
  /** Every counted address in reading order, merge tags as written; the index is the link's number. */
  links: string[];
  mergeTags: MergeTag[];
  /** As `html` and `text`, with markers in place of the links too; for `replaceLinks`. */
  source: { html: string; text: string };
};

/**
 * The one way from a document to HTML and plain text: preview, test, send and web view all use it. The footer with
 * the ways out and the postal address is always there. Throws ContentError for an invalid document.
 */
export async function renderNewsletter(
  input: NewsletterDocument,
  options: RenderOptions,
): Promise<RenderedNewsletter> {
  const document = parseDocument(input);
  const tags = new TagRegister();
  const { urls, indexOf } = collectLinks(document);
  const link = (source: object, url: string, encoding: MarkerEncoding) => {
    const index = indexOf.get(source);
    return index === undefined
      ? isOpen(url)
        ? undefined
        : url
      : writeMarker({ kind: "link", encoding, index });
  };
  const line = (text: string, encoding: MarkerEncoding) => tags.markText(cleanLine(text), encoding);
  const footer = footerFacts(options);
  const { subject, preheader } = document.meta;
  const context: BlockContext = {
    theme: resolveTheme(document.meta.theme),
    language: document.meta.language,
    innerWidth: paperWidth - 2 * paperMargin,
    assetUrl: (src) => (src.startsWith("/") ? options.assetBase.replace(/\/$/, "") + src : src),
    href: (source, url) => link(source, url, "html"),
    renderInline: (runs) => renderRuns(runs, context, (tag) => tags.mark(tag, "html")),
    renderLine: (text) => line(text, "html"),
    lineText: (text) => line(text, "html"),
  };
  const textContext: TextContext = {
    tag: (tag) => tags.mark(tag, "text"),
    address: (source, url) => (url === undefined ? undefined : link(source, url, "text")),
  };
  const source = {
    html: tidy(
      await render(
        <NewsletterEmail
          document={document}
          context={context}
          footer={footer}
          title={line(subject, "html")}
          preheader={options.mode === "web" ? "" : line(preheader, "html")}
          openPixel={options.openPixel}
        />,
      ),
    ),
    text: writeText(document, footer, textContext),
  };
  const rendered: RenderedNewsletter = replaceLinks(
    {
      html: "",
      text: "",
      subject: line(subject, "text"),
      preheader: line(preheader, "text"),
      bytes: 0,
      links: urls,
      mergeTags: tags.all,
      source,
    },
    (url) => url,
  );
  return { ...rendered, bytes: new TextEncoder().encode(fillMergeTags(rendered, {}).html).length };
}

function footerFacts({ mode, links, postalAddress, workspaceName }: RenderOptions): FooterFacts {
  return {
    workspaceName: cleanLine(workspaceName),
    postalAddress: cleanText(postalAddress).replace(/\s*\n\s*/g, ", "),
    links: mode === "web" ? { ...links, webView: undefined } : links,
  };
}

function isOpen(url: string): boolean {
  return url === "" || url === "#";
}

// React marks the seams of neighbouring texts with comments and hoists hints for pictures into the head.
function tidy(html: string): string {
  return html.replace(/<!--(?: |\$|\/\$|html|head|body)?-->/g, "").replace(/<link rel="preload"[^>]*>/g, "");
}
