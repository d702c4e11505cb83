import type { Block } from "./block-schema";
import type { Inline, NewsletterDocument } from "./document-schema";
import { inlineToMarkdown } from "./markdown";

/**
 * A compact outline for a language model: settings, then one line a block with its id, kind, role and words as
 * Markdown. Line feeds inside a block are written \n, so that words of a document cannot pass for outline.
 */
export function describeDocument(document: NewsletterDocument, options: { maxWords?: number } = {}): string {
  const { subject, preheader, language, theme } = document.meta;
  const limit = options.maxWords ?? 120;
  const lines = document.blocks.flatMap((block) => describeBlock(block, limit, ""));
  return [
    `subject: ${JSON.stringify(subject)}`,
    `preheader: ${JSON.stringify(preheader)}`,
    `language: ${language} · palette: ${theme.palette} · typeface: ${theme.typeface}`,
    `blocks (${document.blocks.length}):`,
    ...lines,
  ].join("\n");
}

function describeBlock(block: Block, limit: number, indent: string): string[] {
  const role = block.role ? ` (${block.role})` : "";
  const head = `${indent}- ${block.id} ${block.type}${role}`;
  if (block.type !== "columns") return [`${head}${withWords(wordsOf(block), limit)}`];
  return [
    head,
    ...block.columns.flatMap((column) => [
      `${indent}  column ${column.id}`,
      ...column.blocks.flatMap((inner) => describeBlock(inner, limit, `${indent}    `)),
    ]),
  ];
}

function withWords(words: string, limit: number): string {
  if (words === "") return "";
  const pieces = words.replace(/\n/g, "\\n").split(" ");
  return `: ${pieces.length > limit ? `${pieces.slice(0, limit).join(" ")} …` : pieces.join(" ")}`;
}

function wordsOf(block: Exclude<Block, { type: "columns" }>): string {
  const inline = (runs: readonly Inline[] | undefined) => (runs ? inlineToMarkdown(runs) : "");
  switch (block.type) {
    case "masthead":
      return [block.title, block.note].filter(Boolean).join(" | ");
    case "heading":
      return `h${block.level} ${inline(block.content)}`;
    case "text":
    case "quote":
      return (
        inline(block.content) + ("attribution" in block && block.attribution ? ` | ${block.attribution}` : "")
      );
    case "image":
      return `${block.src} alt=${JSON.stringify(block.alt)} ${inline(block.caption)}`.trimEnd();
    case "button":
      return `${JSON.stringify(block.label)} -> ${block.href || "(no address yet)"}`;
    case "list":
      return block.items
        .map((item, index) => `${block.ordered ? `${index + 1}.` : "*"} ${inline(item)}`)
        .join(" / ");
    case "code":
      return JSON.stringify(block.code);
    case "event":
      return [block.title, ...block.facts.map((fact) => `${fact.kind}: ${fact.label} = ${fact.value}`)]
        .filter(Boolean)
        .join(" / ");
    case "social":
      return block.links.map((link) => `${link.network} ${link.url}`).join(" / ");
    case "footer":
      return inline(block.note);
    case "divider":
      return "";
    case "spacer":
      return block.size;
  }
}
