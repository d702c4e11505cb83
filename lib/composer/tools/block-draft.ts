import { z } from "zod";
import { blockIdSchema, blockRoles, factKinds } from "@/lib/content/block-schema";
import type { Block } from "@/lib/content/document-schema";
import { inlineFromMarkdown, inlineToMarkdown } from "@/lib/content/markdown";

/**
 * A block as a model writes it: words are Markdown (bold, italic, links, {{firstName|there}}), nothing is styled by hand.
 */
const base = {
  /** The id of a block to rewrite; a new one for a new block; may be left out for a new block. */
  id: blockIdSchema.optional(),
  role: z.enum(blockRoles).optional(),
};
const words = z.string().max(8_000);
const line = z.string().max(300);
const align = z.enum(["left", "center"]).optional();

export const blockDraftSchema = z.discriminatedUnion("type", [
  z.object({
    ...base,
    type: z.literal("heading"),
    text: words,
    level: z.union([z.literal(1), z.literal(2), z.literal(3)]).default(2),
    align,
  }),
  z.object({
    ...base,
    type: z.literal("text"),
    text: words,
    style: z.enum(["body", "lead", "small", "kicker"]).optional(),
    align,
  }),
  z.object({ ...base, type: z.literal("button"), label: line, href: z.string().max(2_048), align }),
  z.object({
    ...base,
    type: z.literal("list"),
    items: z.array(words).min(1).max(40),
    ordered: z.boolean().default(false),
  }),
  z.object({ ...base, type: z.literal("quote"), text: words, attribution: line.optional() }),
  z.object({
    ...base,
    type: z.literal("image"),
    src: z.string().max(2_048),
    alt: line,
    caption: words.optional(),
  }),
  z.object({
    ...base,
    type: z.literal("event"),
    title: line.optional(),
    facts: z.array(z.object({ kind: z.enum(factKinds), label: line, value: line })).max(8),
  }),
  z.object({ ...base, type: z.literal("masthead"), title: line, note: line.optional() }),
  z.object({ ...base, type: z.literal("footer"), text: words.optional() }),
  z.object({ ...base, type: z.literal("divider") }),
]);
export type BlockDraft = z.infer<typeof blockDraftSchema>;

/** Only what an `image` has to know before it was ever loaded. */
const unknownPictureWidth = 1_200;

/** The fields of a block that the draft sets. */
export function fieldsFromDraft(draft: BlockDraft): Record<string, unknown> {
  const role = draft.role ? { role: draft.role } : {};
  switch (draft.type) {
    case "heading":
      return {
        ...role,
        content: inlineFromMarkdown(draft.text),
        level: draft.level,
        ...(draft.align ? { align: draft.align } : {}),
      };
    case "text":
      return {
        ...role,
        content: inlineFromMarkdown(draft.text),
        ...(draft.style ? { style: draft.style } : {}),
        ...(draft.align ? { align: draft.align } : {}),
      };
    case "button":
      return {
        ...role,
        label: draft.label,
        href: draft.href,
        ...(draft.align ? { align: draft.align } : {}),
      };
    case "list":
      return { ...role, items: draft.items.map((item) => inlineFromMarkdown(item)), ordered: draft.ordered };
    case "quote":
      return { ...role, content: inlineFromMarkdown(draft.text), attribution: draft.attribution ?? null };
    case "image":
      return {
        ...role,
        src: draft.src,
        alt: draft.alt,
        ...(draft.caption === undefined ? {} : { caption: inlineFromMarkdown(draft.caption) }),
      };
    case "event":
      return { ...role, title: draft.title ?? null, facts: draft.facts };
    case "masthead":
      return { ...role, title: draft.title, note: draft.note ?? null };
    case "footer":
      return { ...role, note: draft.text === undefined ? null : inlineFromMarkdown(draft.text) };
    case "divider":
      return role;
  }
}

/** A new block from a draft. Its fields are checked when the operation is applied. */
export function blockFromDraft(draft: BlockDraft, id: string): Block {
  const fields = Object.fromEntries(
    Object.entries(fieldsFromDraft(draft)).filter(([, value]) => value !== null),
  );
  const size = draft.type === "image" ? { width: unknownPictureWidth } : {};
  return { ...size, ...fields, id, type: draft.type } as Block;
}

/** The draft that writes this block again, or null for kinds that drafts do not have. */
export function draftFromBlock(block: Block): BlockDraft | null {
  const role = block.role ? { role: block.role } : {};
  const { id } = block;
  switch (block.type) {
    case "heading":
      return {
        ...role,
        id,
        type: "heading",
        text: inlineToMarkdown(block.content),
        level: block.level,
        ...alignOf(block),
      };
    case "text":
      return {
        ...role,
        id,
        type: "text",
        text: inlineToMarkdown(block.content),
        ...(block.style ? { style: block.style } : {}),
        ...alignOf(block),
      };
    case "button":
      return { ...role, id, type: "button", label: block.label, href: block.href, ...alignOf(block) };
    case "list":
      return { ...role, id, type: "list", items: block.items.map(inlineToMarkdown), ordered: block.ordered };
    case "quote":
      return {
        ...role,
        id,
        type: "quote",
        text: inlineToMarkdown(block.content),
        ...(block.attribution ? { attribution: block.attribution } : {}),
      };
    case "event":
      return {
        ...role,
        id,
        type: "event",
        facts: block.facts,
        ...(block.title ? { title: block.title } : {}),
      };
    case "masthead":
      return {
        ...role,
        id,
        type: "masthead",
        title: block.title,
        ...(block.note ? { note: block.note } : {}),
      };
    case "footer":
      return { ...role, id, type: "footer", ...(block.note ? { text: inlineToMarkdown(block.note) } : {}) };
    case "divider":
      return { ...role, id, type: "divider" };
    default:
      return null;
  }
}

function alignOf(block: { align?: "left" | "center" | undefined }): { align?: "left" | "center" } {
  return block.align ? { align: block.align } : {};
}
