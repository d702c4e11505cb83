import {
  type Block,
  type BlockRole,
  type Inline,
  type NewsletterDocument,
  parseDocument,
} from "@/lib/content/document-schema";
import { inlineFromMarkdown } from "@/lib/content/markdown";
import type { Theme } from "@/lib/content/theme";

/** Short forms in which the catalogue is written. Words are Markdown; ids are given, so that they stay. */

type Placed = { id: string; role: BlockRole };

export function heading(level: 1 | 2 | 3, place: Placed, words: string) {
  return { ...place, type: "heading" as const, level, content: rich(words) };
}

export function text(place: Placed, words: string, style?: "lead" | "small" | "kicker") {
  return { ...place, type: "text" as const, content: rich(words), ...(style ? { style } : {}) };
}

export function picture(id: string, src: string, alt: string, width: number, height: number) {
  return {
    id,
    role: "picture" as const,
    type: "image" as const,
    src: `/templates/${src}`,
    alt,
    width,
    height,
  };
}

export function list(place: Placed, ordered: boolean, items: string[]) {
  return { ...place, type: "list" as const, ordered, items: items.map(rich) };
}

export function button(id: string, label: string, href: string) {
  return { id, role: "cta" as const, type: "button" as const, label, href };
}

export function footer(words: string) {
  return { id: "footer", role: "footer" as const, type: "footer" as const, note: rich(words) };
}

export function letterhead(title: string, note: string, style: "plain" | "ruled" | "band") {
  return { id: "masthead", role: "masthead" as const, type: "masthead" as const, title, note, style };
}

export function writeDocument(
  language: "en" | "pt",
  theme: Theme,
  { subject, preheader }: { subject: string; preheader: string },
  blocks: Block[],
): NewsletterDocument {
  return parseDocument({ version: 1, meta: { subject, preheader, language, theme }, blocks });
}

function rich(words: string): Inline[] {
  return inlineFromMarkdown(words);
}
