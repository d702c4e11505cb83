import type { RootContent } from "mdast";
import type { Block } from "./block-schema";
import { cleanLine } from "./clean-text";
import { ContentError } from "./content-error";
import { contentLimits } from "./content-limits";
import {
  type DocumentMeta,
  documentMetaSchema,
  type NewsletterDocument,
  newBlockId,
  parseDocument,
} from "./document-schema";
import { type Inline, normaliseInline, plainText } from "./inline-schema";
import { parseMarkdown, readFlow, readPhrasing, rowAsParagraph } from "./internal/read-phrasing";
import { writeInline } from "./internal/write-inline";
import { safeImageUrl } from "./sanitize-url";
import { defaultTheme } from "./theme";

/** Rich text from Markdown; paragraphs become breaks, HTML stays visible text, unsafe links lose their address. */
export function inlineFromMarkdown(markdown: string): Inline[] {
  return readFlow(parseMarkdown(markdown).children);
}

/** Markdown that `inlineFromMarkdown` reads back to the same rich text (breaks at either end aside). */
export function inlineToMarkdown(runs: readonly Inline[]): string {
  return writeInline(normaliseInline([...runs]));
}

/** Blocks with fresh ids from Markdown: headings, paragraphs, lists, quotes, code, pictures, rules, tables. */
export function blocksFromMarkdown(markdown: string): Block[] {
  return parseMarkdown(markdown).children.flatMap(readBlock);
}

/**
 * A whole newsletter from Markdown, with a footer. Throws ContentError("too_long" | "invalid_document") when it
 * does not fit a document's limits.
 */
export function documentFromMarkdown(
  markdown: string,
  meta: { subject: string; preheader?: string | undefined } & Partial<
    Omit<DocumentMeta, "subject" | "preheader">
  >,
): NewsletterDocument {
  if (markdown.length > contentLimits.documentText) {
    throw new ContentError("too_long", `Markdown of at most ${contentLimits.documentText} characters`);
  }
  const checked = documentMetaSchema.safeParse({
    language: "en",
    theme: defaultTheme,
    ...meta,
    preheader: meta.preheader ?? "",
  });
  if (!checked.success) throw new ContentError("invalid_document", checked.error.message);
  const blocks = blocksFromMarkdown(markdown);
  return parseDocument({
    version: 1,
    meta: checked.data,
    blocks: [...blocks, { id: newBlockId(), type: "footer", role: "footer" }],
  });
}

/** The words of a document as Markdown, for a model, an export or a diff. */
export function documentToMarkdown(document: NewsletterDocument): string {
  return document.blocks.map(writeBlock).filter(Boolean).join("\n\n");
}

function readBlock(node: RootContent): Block[] {
  const id = newBlockId();
  switch (node.type) {
    case "heading":
      return withContent(readPhrasing(node.children), (content) => ({
        id,
        type: "heading",
        level: node.depth === 1 ? 1 : node.depth === 2 ? 2 : 3,
        content,
      }));
    case "paragraph": {
      const picture = node.children.length === 1 ? node.children[0] : undefined;
      const src = picture?.type === "image" ? safeImageUrl(picture.url) : null;
      if (picture?.type === "image" && src !== null) {
        return [{ id, type: "image", src, alt: shorten(picture.alt ?? ""), width: 600 }];
      }
      return withContent(readPhrasing(node.children), (content) => ({ id, type: "text", content }));
    }
    case "html":
      return withContent(readFlow([node]), (content) => ({ id, type: "text", content }));
    case "blockquote":
      return withContent(readFlow(node.children), (content) => readQuote(id, content));
    case "list":
      return [
        {
          id,
          type: "list",
          ordered: node.ordered === true,
          items: node.children.map((item) => readFlow(item.children)).slice(0, contentLimits.listItems),
        },
      ];
    case "table":
      return [
        {
          id,
          type: "list",
          ordered: false,
          items: node.children.map((row) => readFlow([rowAsParagraph(row)])),
        },
      ];
    case "code":
      return [{ id, type: "code", code: node.value, ...readLanguage(node.lang) }];
    case "thematicBreak":
      return [{ id, type: "divider" }];
    case "footnoteDefinition":
      return withContent(readFlow(node.children), (content) => ({
        id,
        type: "text",
        style: "small",
        content,
      }));
    default:
      return [];
  }
}

function withContent(content: Inline[], make: (content: Inline[]) => Block): Block[] {
  return content.length === 0 ? [] : [make(content)];
}

// "> words\n> — who said them"
function readQuote(id: string, content: Inline[]): Block {
  const lastBreak = content.findLastIndex((run) => run.type === "break");
  const lastLine = plainText(content.slice(lastBreak + 1));
  const said = /^\s*[—–]\s*(\S.*)$/.exec(lastLine)?.[1];
  if (lastBreak < 0 || said === undefined) return { id, type: "quote", content };
  return { id, type: "quote", content: content.slice(0, lastBreak), attribution: shorten(said) };
}

function readLanguage(lang: string | null | undefined): { language?: string } {
  return lang && /^[A-Za-z0-9+#._-]{1,30}$/.test(lang) ? { language: lang } : {};
}

function shorten(text: string): string {
  return cleanLine(text).slice(0, contentLimits.lineText).toWellFormed();
}

function writeBlock(block: Block): string {
  switch (block.type) {
    case "masthead":
      return [block.title, block.note].filter(Boolean).join(" · ");
    case "heading":
      return `${"#".repeat(block.level)} ${writeInline(block.content).replace(/\\\n/g, " ")}`;
    case "text":
      return writeInline(block.content);
    case "image":
      return `![${block.alt.replace(/[[\]\\]/g, "\\$&")}](<${block.src}>)`;
    case "button":
      return `[${block.label.replace(/[[\]\\]/g, "\\$&")}](<${block.href}>)`;
    case "columns":
      return block.columns.flatMap((column) => column.blocks.map(writeBlock)).join("\n\n");
    case "divider":
      return "---";
    case "quote":
      return writeLines(
        `${writeInline(block.content)}${block.attribution ? `\n\n— ${block.attribution}` : ""}`,
        "> ",
      );
    case "list":
      return block.items
        .map((item, index) => writeItem(writeInline(item), block.ordered ? `${index + 1}. ` : "- "))
        .join("\n");
    case "code":
      return `\`\`\`\`${block.language ?? ""}\n${block.code}\n\`\`\`\``;
    case "event":
      return [block.title, ...block.facts.map((fact) => `- **${fact.label}** ${fact.value}`)]
        .filter(Boolean)
        .join("\n");
    case "social":
      return block.links.map((link) => `- ${link.network}: <${link.url}>`).join("\n");
    case "footer":
      return block.note ? writeInline(block.note) : "";
    case "spacer":
      return "";
  }
}

function writeLines(text: string, prefix: string): string {
  return text.replace(/^/gm, prefix);
}

function writeItem(text: string, bullet: string): string {
  return bullet + text.replace(/\n/g, `\n${" ".repeat(bullet.length)}`);
}
