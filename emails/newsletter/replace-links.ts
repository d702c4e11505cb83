import { escapeHtml, splitMarkers, writeMarker } from "./markers";
import type { RenderedNewsletter } from "./render-newsletter";
import { TagRegister } from "./tag-register";

/**
 * The same newsletter with every counted link replaced, in HTML and plain text alike. `index` is the link's place
 * in `rendered.links`; `url` is as written, with merge tags. What `address` returns may hold recipient slots and
 * merge tags, and is escaped here. The ways out in the footer stay as they are.
 */
export function replaceLinks(
  rendered: RenderedNewsletter,
  address: (url: string, index: number) => string,
): RenderedNewsletter {
  const tags = new TagRegister(rendered.mergeTags);
  const addresses = rendered.links.map(address);
  const resolve = (source: string, quote: (text: string) => string) =>
    splitMarkers(source)
      .map((part) => {
        if (typeof part === "string") return part;
        return part.kind === "link"
          ? tags.markText(addresses[part.index] ?? "", "url", quote)
          : writeMarker(part);
      })
      .join("");
  const html = resolve(rendered.source.html, escapeHtml);
  const text = resolve(rendered.source.text, (part) => part);
  return { ...rendered, html, text, mergeTags: tags.all };
}
