import { z } from "zod";
import { blockIdSchema, factKinds } from "@/lib/content/block-schema";
import { ContentError } from "@/lib/content/content-error";
import { findBlock, type NewsletterDocument } from "@/lib/content/document-schema";
import { inlineFromMarkdown } from "@/lib/content/markdown";
import type { Operation } from "@/lib/content/operations";

export const patchBlockInput = z.object({
  id: blockIdSchema,
  text: z.string().max(8_000).optional(),
  label: z.string().max(300).optional(),
  href: z.string().max(2_048).optional(),
  items: z.array(z.string().max(2_000)).max(40).optional(),
  title: z.string().max(300).optional(),
  note: z.string().max(300).nullable().optional(),
  attribution: z.string().max(300).nullable().optional(),
  src: z.string().max(2_048).optional(),
  alt: z.string().max(300).optional(),
  facts: z
    .array(z.object({ kind: z.enum(factKinds), label: z.string().max(300), value: z.string().max(300) }))
    .max(8)
    .optional(),
  align: z.enum(["left", "center"]).optional(),
});

/** The operation that changes single fields of a block; Markdown becomes rich text where the block holds its words. */
export function patchOperation(document: NewsletterDocument, input: unknown): Operation {
  const { id, text, items, ...plain } = patchBlockInput.parse(input);
  const block = findBlock(document, id);
  if (!block) throw new ContentError("unknown_block", `There is no block ${id}`, id);
  const field = block.type === "footer" ? "note" : block.type === "image" ? "caption" : "content";
  return {
    type: "update",
    id,
    patch: {
      ...Object.fromEntries(Object.entries(plain).filter(([, value]) => value !== undefined)),
      ...(text === undefined ? {} : { [field]: inlineFromMarkdown(text) }),
      ...(items === undefined ? {} : { items: items.map((item) => inlineFromMarkdown(item)) }),
    },
  };
}
