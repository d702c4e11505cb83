import type { Block, Inline, NewsletterDocument } from "@/lib/content/document-schema";
import { groupByLink } from "@/lib/content/inline-schema";
import type { MergeTag } from "@/lib/content/merge-tags";
import { parseMergeText } from "@/lib/content/merge-tags";
import type { FooterFacts } from "./blocks/footer-block";
import type { LinkSource } from "./collect-links";
import { footerWords, networkName } from "./footer-words";

export type TextContext = {
  tag: (tag: MergeTag) => string;
  /** Undefined where a link has no address yet. */
  address: (source: LinkSource, url: string | undefined) => string | undefined;
};

/** The plain-text part: the same words in the same order, addresses written out, no lines broken by us. */
export function writeText(document: NewsletterDocument, footer: FooterFacts, context: TextContext): string {
  const { language } = document.meta;
  const body = document.blocks.filter((block) => block.type !== "footer");
  const parts = body.map((block) => writeBlock(block, language, context)).filter((part) => part !== "");
  return `${parts.join("\n\n")}\n\n-- \n${writeFooter(document, footer, context)}\n`.trimStart();
}

function writeFooter(document: NewsletterDocument, footer: FooterFacts, context: TextContext): string {
  const words = footerWords[document.meta.language];
  const notes = document.blocks.flatMap((block) =>
    block.type === "footer" && block.note ? [writeRuns(block.note, context), ""] : [],
  );
  const { unsubscribe, preferences, webView } = footer.links;
  return [
    ...notes,
    words.why(footer.workspaceName),
    footer.postalAddress,
    "",
    `${words.unsubscribe}: ${unsubscribe}`,
    `${words.preferences}: ${preferences}`,
    ...(webView === undefined ? [] : [`${words.webView}: ${webView}`]),
  ].join("\n");
}

function writeBlock(block: Block, language: "en" | "pt", context: TextContext): string {
  const line = (text: string | undefined) => writeLine(text ?? "", context);
  switch (block.type) {
    case "masthead":
      return [line(block.title), line(block.note)].filter(Boolean).join("\n");
    case "heading":
      return underline(writeRuns(block.content, context), block.level);
    case "text":
      return writeRuns(block.content, context);
    case "image":
      return writeImage(block, context);
    case "button":
      return withAddress(line(block.label), context.address(block, block.href), ": ");
    case "columns":
      return block.columns
        .flatMap((column) => column.blocks.map((inner) => writeBlock(inner, language, context)))
        .filter(Boolean)
        .join("\n\n");
    case "divider":
      return "* * *";
    case "spacer":
      return "";
    case "quote":
      return `${prefixLines(writeRuns(block.content, context), "> ")}${block.attribution ? `\n> — ${line(block.attribution)}` : ""}`;
    case "list":
      return block.items
        .map((item, index) => writeItem(writeRuns(item, context), block.ordered ? `${index + 1}. ` : "- "))
        .join("\n");
    case "code":
      return prefixLines(block.code, "    ");
    case "event":
      return [line(block.title), ...block.facts.map((fact) => `${line(fact.label)}: ${line(fact.value)}`)]
        .filter(Boolean)
        .join("\n");
    case "social":
      return block.links
        .map((link) =>
          withAddress(networkName(link.network, language), context.address(link, link.url), ": "),
        )
        .join("\n");
    case "footer":
      return "";
  }
}

function writeImage(block: Extract<Block, { type: "image" }>, context: TextContext): string {
  const alt = writeLine(block.alt, context);
  const words = alt === "" ? "" : `[${alt}]`;
  const picture = block.src === "" ? "" : withAddress(words, context.address(block, block.href), " ");
  return [picture, writeRuns(block.caption ?? [], context)].filter(Boolean).join("\n");
}

function writeRuns(runs: readonly Inline[], context: TextContext): string {
  return groupByLink(runs)
    .map((group) => {
      const words = group.runs
        .map((run) => (run.type === "break" ? "\n" : run.type === "text" ? run.text : context.tag(run)))
        .join("");
      const address = context.address(group.first, group.href);
      if (address === undefined) return words;
      // A link that shows its own address needs it once.
      return words === group.href ? address : `${words} (${address})`;
    })
    .join("");
}

function writeLine(text: string, context: TextContext): string {
  return parseMergeText(text)
    .map((part) => (typeof part === "string" ? part : context.tag(part)))
    .join("");
}

function withAddress(words: string, address: string | undefined, between: string): string {
  if (address === undefined) return words;
  return words === "" ? address : words + between + address;
}

function underline(words: string, level: 1 | 2 | 3): string {
  if (level === 3 || words.trim() === "") return words;
  const width = Math.min(60, Math.max(...words.split("\n").map((text) => text.length), 3));
  return `${words}\n${(level === 1 ? "=" : "-").repeat(width)}`;
}

function prefixLines(text: string, prefix: string): string {
  return text.replace(/^/gm, prefix);
}

function writeItem(text: string, bullet: string): string {
  return bullet + text.replace(/\n/g, `\n${" ".repeat(bullet.length)}`);
}
