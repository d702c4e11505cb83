import type { BlockContent, DefinitionContent, PhrasingContent, Root, RootContent } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmFromMarkdown } from "mdast-util-gfm";
import { gfm } from "micromark-extension-gfm";
import { cleanText } from "../clean-text";
import { type Inline, normaliseInline } from "../inline-schema";
import { isWebUrl, safeUrl } from "../sanitize-url";

type Marks = { bold?: true; italic?: true; code?: true; href?: string };

// Without its transforms, which make links even of addresses that were escaped on purpose.
const syntaxOnly = gfmFromMarkdown().map(({ transforms: _transforms, ...extension }) => extension);

/** CommonMark with GFM. HTML is not understood: it stays the text that was typed. */
export function parseMarkdown(markdown: string): Root {
  return fromMarkdown(cleanText(markdown), { extensions: [gfm()], mdastExtensions: syntaxOnly });
}

export function readPhrasing(nodes: readonly PhrasingContent[]): Inline[] {
  return normaliseInline(nodes.flatMap((node) => readNode(node, {})));
}

/** The words of any block, its parts on lines of their own. */
export function readFlow(nodes: readonly (RootContent | BlockContent | DefinitionContent)[]): Inline[] {
  const parts = nodes.map(readBlockWords).filter((part) => part.length > 0);
  return normaliseInline(parts.flatMap((part, index) => (index === 0 ? part : [{ type: "break" }, ...part])));
}

function readBlockWords(node: RootContent | BlockContent | DefinitionContent): Inline[] {
  switch (node.type) {
    case "paragraph":
    case "heading":
      return readPhrasing(node.children);
    case "html":
      return [{ type: "text", text: node.value }];
    case "code":
      return [{ type: "text", text: node.value, code: true }];
    case "blockquote":
    case "listItem":
    case "footnoteDefinition":
      return readFlow(node.children);
    case "list":
      return readFlow(node.children);
    case "table":
      return readFlow(node.children.map(rowAsParagraph));
    default:
      return [];
  }
}

/** A table's row as one line, cells apart by a middle dot. */
export function rowAsParagraph(row: { children: { children: PhrasingContent[] }[] }): BlockContent {
  const children = row.children.flatMap<PhrasingContent>((cell, index) =>
    index === 0 ? cell.children : [{ type: "text", value: " · " }, ...cell.children],
  );
  return { type: "paragraph", children };
}

function readNode(node: PhrasingContent, marks: Marks): Inline[] {
  switch (node.type) {
    case "text":
    case "html":
      return [{ type: "text", text: node.value, ...marks }];
    case "break":
      return [{ type: "break" }];
    case "inlineCode":
      return [{ type: "text", text: node.value, ...marks, code: true }];
    case "strong":
      return node.children.flatMap((child) => readNode(child, { ...marks, bold: true }));
    case "emphasis":
      return node.children.flatMap((child) => readNode(child, { ...marks, italic: true }));
    case "delete":
      return node.children.flatMap((child) => readNode(child, marks));
    case "link": {
      const href = safeUrl(node.url);
      return node.children.flatMap((child) => readNode(child, href === null ? marks : { ...marks, href }));
    }
    case "image":
      return [{ type: "text", text: node.alt ?? "", ...marks, ...imageLink(node.url) }];
    case "linkReference":
    case "imageReference":
    case "footnoteReference":
      return [
        {
          type: "text",
          text: node.type === "linkReference" ? wordsOf(node.children) : (node.label ?? ""),
          ...marks,
        },
      ];
    default:
      return [];
  }
}

function wordsOf(nodes: readonly PhrasingContent[]): string {
  return nodes
    .map((node) => ("value" in node ? node.value : "children" in node ? wordsOf(node.children) : ""))
    .join("");
}

function imageLink(url: string): Pick<Marks, "href"> {
  const href = safeUrl(url);
  return href !== null && isWebUrl(href) ? { href } : {};
}
