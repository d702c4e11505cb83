import type { Block, NewsletterDocument } from "@/lib/content/document-schema";
import { draftFromBlock } from "../tools/block-draft";
import type { Language } from "./language";
import type { Part, Target } from "./read-target";

const typesByPart: Partial<Record<Part, Block["type"]>> = {
  picture: "image",
  quote: "quote",
  button: "button",
  list: "list",
  facts: "event",
  divider: "divider",
};

function matchesPart(block: Block, part: Part): boolean {
  const type = typesByPart[part];
  if (type) return block.type === type;
  if (part === "headline") return block.type === "heading";
  if (part === "paragraph")
    return block.type === "text" && !["kicker", "greeting", "signature"].includes(block.role ?? "");
  return block.type === "text" && block.role === part;
}

export function findParts(document: NewsletterDocument, target: Target): Block[] {
  const about = target.about?.toLowerCase();
  const matching = document.blocks.filter(
    (block) => matchesPart(block, target.part) && (!about || textOf(block).toLowerCase().includes(about)),
  );
  if (target.index === -1) return matching.slice(-1);
  if (target.index) return matching.slice(target.index - 1, target.index);
  return matching.slice(0, 1);
}

export function findPart(document: NewsletterDocument, target: Target): Block | undefined {
  return findParts(document, target)[0];
}

function textOf(block: Block): string {
  const draft = draftFromBlock(block);
  return draft ? JSON.stringify(draft) : "";
}

/** After the last block of the body: before the button, the closing lines, the signature, the footer. */
export function lastOfBody(document: NewsletterDocument): string | null {
  const end = document.blocks.findIndex(
    (block) => ["closing", "signature"].includes(block.role ?? "") || block.type === "footer",
  );
  const body = document.blocks
    .slice(0, end < 0 ? undefined : end)
    .filter((block) => block.type !== "divider" && block.type !== "spacer");
  return body.at(-1)?.id ?? null;
}

export function lastOfAll(document: NewsletterDocument): string | null {
  return (
    document.blocks.findLast((block) => block.type !== "footer" && block.role !== "signature")?.id ?? null
  );
}

export function beforeOf(document: NewsletterDocument, id: string): string | null {
  const at = document.blocks.findIndex((block) => block.id === id);
  return document.blocks[at - 1]?.id ?? null;
}

const partWords: Record<Part, Record<Language, string>> = {
  headline: { en: "headline", pt: "título" },
  lead: { en: "opening", pt: "abertura" },
  picture: { en: "picture", pt: "imagem" },
  quote: { en: "quote", pt: "citação" },
  button: { en: "button", pt: "botão" },
  list: { en: "list", pt: "lista" },
  facts: { en: "panel of facts", pt: "quadro de dados" },
  kicker: { en: "kicker", pt: "etiqueta" },
  greeting: { en: "greeting", pt: "saudação" },
  closing: { en: "closing line", pt: "linha final" },
  signature: { en: "signature", pt: "assinatura" },
  divider: { en: "divider", pt: "linha divisória" },
  paragraph: { en: "paragraph", pt: "parágrafo" },
};

export function nameOf(target: Target, language: Language): string {
  const name = partWords[target.part][language];
  return target.about ? `${name} “${target.about}”` : name;
}
