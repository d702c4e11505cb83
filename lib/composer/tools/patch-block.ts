import { tool } from "ai";
import { z } from "zod";
import type { Viewer } from "@/lib/accounts/viewer";
import { blockIdSchema, factKinds } from "@/lib/content/block-schema";
import { ContentError } from "@/lib/content/content-error";
import { type Block, findBlock } from "@/lib/content/document-schema";
import { inlineFromMarkdown } from "@/lib/content/markdown";
import { changeByTool, changeForModel } from "./draft-change";
import type { Turn } from "./turn";

const patchBlockInput = z.object({
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

export const patchBlockTool = (viewer: Viewer, turn: Turn) =>
  tool({
    description:
      "Change single fields of one block: text (Markdown) of a heading, text, quote or footer; label and href of a button; items of a list; title and note of the masthead; facts of an event; src and alt of a picture. What you leave out stays.",
    inputSchema: patchBlockInput,
    execute: ({ id, ...fields }) =>
      changeByTool(viewer, turn, (document) => {
        const block = findBlock(document, id);
        if (!block) throw new ContentError("unknown_block", `There is no block ${id}`, id);
        return [{ type: "update", id, patch: patchFor(block, fields) }];
      }),
    toModelOutput: ({ output }) => changeForModel(output),
  });

function patchFor(
  block: Block,
  fields: Omit<z.infer<typeof patchBlockInput>, "id">,
): Record<string, unknown> {
  const { text, items, ...plain } = fields;
  const field = block.type === "footer" ? "note" : block.type === "image" ? "caption" : "content";
  return {
    ...Object.fromEntries(Object.entries(plain).filter(([, value]) => value !== undefined)),
    ...(text === undefined ? {} : { [field]: inlineFromMarkdown(text) }),
    ...(items === undefined ? {} : { items: items.map((item) => inlineFromMarkdown(item)) }),
  };
}
