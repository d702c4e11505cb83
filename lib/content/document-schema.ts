import { z } from "zod";
import { type Block, blockSchema, type Column } from "./block-schema";
import { cleanLine } from "./clean-text";
import { ContentError } from "./content-error";
import { contentLimits } from "./content-limits";
import { plainText } from "./inline-schema";
import { defaultTheme, themeSchema } from "./theme";

export type { Block, BlockOf, BlockRole, BlockType, ColumnBlock } from "./block-schema";
export type { Inline } from "./inline-schema";

export const documentMetaSchema = z.object({
  /** May be empty while drafting, may hold merge tags as `{{field|fallback}}`. */
  subject: z.string().max(contentLimits.subject).overwrite(cleanLine),
  preheader: z.string().max(contentLimits.preheader).overwrite(cleanLine),
  language: z.enum(["en", "pt"]),
  theme: themeSchema,
});

export type DocumentMeta = z.infer<typeof documentMetaSchema>;

/** A newsletter: typed blocks with ids that are unique across the whole document, columns' included. */
export const documentSchema = z
  .object({
    version: z.literal(1),
    meta: documentMetaSchema,
    blocks: z.array(blockSchema).max(contentLimits.blocks),
  })
  .superRefine((document, context) => {
    const fault = findStructureFault(document.blocks);
    if (fault) context.addIssue({ code: "custom", message: fault.message, path: ["blocks"] });
  });

export type NewsletterDocument = z.infer<typeof documentSchema>;

/** Reads a document from outside (database, request, model). Throws ContentError("invalid_document"). */
export function parseDocument(input: unknown): NewsletterDocument {
  const result = documentSchema.safeParse(input);
  if (!result.success) throw new ContentError("invalid_document", z.prettifyError(result.error));
  return result.data;
}

/** An empty newsletter in the given language. */
export function emptyDocument(meta: Partial<DocumentMeta> = {}): NewsletterDocument {
  return {
    version: 1,
    meta: documentMetaSchema.parse({
      subject: "",
      preheader: "",
      language: "en",
      theme: defaultTheme,
      ...meta,
    }),
    blocks: [],
  };
}

const idAlphabet = "0123456789abcdefghjkmnpqrstvwxyz";

/** A fresh id for a block or a column: 60 random bits, works without a secure context. */
export function newBlockId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(12));
  return `b_${Array.from(bytes, (byte) => idAlphabet[byte & 31]).join("")}`;
}

/** Every block in reading order, those inside columns after their columns block. */
export function* walkBlocks(blocks: readonly Block[]): Generator<Block> {
  for (const block of blocks) {
    yield block;
    if (block.type === "columns") for (const column of block.columns) yield* column.blocks;
  }
}

/** The block with this id, at any depth. */
export function findBlock(document: NewsletterDocument, id: string): Block | undefined {
  for (const block of walkBlocks(document.blocks)) if (block.id === id) return block;
  return undefined;
}

/** The first breach of what spans several blocks: ids, number, total length. */
export function findStructureFault(blocks: readonly Block[]): ContentError | undefined {
  const ids = new Set<string>();
  let count = 0;
  let length = 0;
  for (const block of walkBlocks(blocks)) {
    count += 1;
    length += blockTextLength(block);
    for (const id of block.type === "columns" ? [block.id, ...block.columns.map(idOf)] : [block.id]) {
      if (ids.has(id)) return new ContentError("duplicate_id", `Two blocks have the id ${id}`, id);
      ids.add(id);
    }
  }
  if (count > contentLimits.blocks) {
    return new ContentError("too_many_blocks", `A newsletter holds at most ${contentLimits.blocks} blocks`);
  }
  if (length > contentLimits.documentText) {
    return new ContentError(
      "too_long",
      `A newsletter holds at most ${contentLimits.documentText} characters`,
    );
  }
  return undefined;
}

function idOf(column: Column): string {
  return column.id;
}

function blockTextLength(block: Block): number {
  switch (block.type) {
    case "heading":
    case "text":
    case "quote":
      return plainText(block.content).length;
    case "list":
      return block.items.reduce((sum, item) => sum + plainText(item).length, 0);
    case "code":
      return block.code.length;
    case "image":
      return block.alt.length + plainText(block.caption ?? []).length;
    case "footer":
      return plainText(block.note ?? []).length;
    default:
      return 0;
  }
}
