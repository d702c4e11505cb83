import { type Block, type NewsletterDocument, walkBlocks } from "@/lib/content/document-schema";
import { groupByLink, type Inline } from "@/lib/content/inline-schema";
import { isWebUrl } from "@/lib/content/sanitize-url";

/** What carries an address: a run of text (the first of its link), a block, or an entry of a social block. */
export type LinkSource = object;

export type CollectedLinks = {
  /** Every http and https address in reading order, one entry a place, merge tags as written. */
  urls: string[];
  indexOf: ReadonlyMap<LinkSource, number>;
};

/** The links that are counted, in the order of the document: the same numbers for HTML and plain text. */
export function collectLinks(document: NewsletterDocument): CollectedLinks {
  const urls: string[] = [];
  const indexOf = new Map<LinkSource, number>();
  const add = (source: LinkSource, url: string | undefined) => {
    if (url === undefined || !isWebUrl(url)) return;
    indexOf.set(source, urls.length);
    urls.push(url);
  };
  for (const block of walkBlocks(document.blocks)) {
    if (block.type === "button" || (block.type === "image" && block.src !== "")) add(block, block.href);
    if (block.type === "social") for (const link of block.links) add(link, link.url);
    for (const runs of richTextOf(block)) for (const group of groupByLink(runs)) add(group.first, group.href);
  }
  return { urls, indexOf };
}

function richTextOf(block: Block): readonly (readonly Inline[])[] {
  switch (block.type) {
    case "heading":
    case "text":
    case "quote":
      return [block.content];
    case "image":
      return block.caption ? [block.caption] : [];
    case "list":
      return block.items;
    case "footer":
      return block.note ? [block.note] : [];
    default:
      return [];
  }
}
