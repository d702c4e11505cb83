import { z } from "zod";
import { cleanCode, cleanLine } from "./clean-text";
import { contentLimits } from "./content-limits";
import { hrefSchema, inlineListSchema } from "./inline-schema";
import { safeImageUrl, safeUrl } from "./sanitize-url";

/** What a block is there for, so that a template can be refilled for another brief. */
export const blockRoles = [
  "masthead",
  "kicker",
  "headline",
  "lead",
  "greeting",
  "body",
  "picture",
  "facts",
  "cta",
  "story-title",
  "story",
  "story-link",
  "points",
  "quote",
  "closing",
  "signature",
  "footer",
] as const;
export type BlockRole = (typeof blockRoles)[number];

export const socialNetworks = [
  "website",
  "instagram",
  "linkedin",
  "facebook",
  "x",
  "mastodon",
  "bluesky",
  "youtube",
  "github",
] as const;

export const factKinds = ["date", "time", "place", "price", "seats", "other"] as const;

export const blockIdSchema = z.string().regex(/^[A-Za-z0-9_-]{1,40}$/, "Not a block id");

/** One line of plain text; may hold merge tags as `{{field|fallback}}`. */
const line = z.string().max(contentLimits.lineText).overwrite(cleanLine);

const base = { id: blockIdSchema, role: z.enum(blockRoles).optional() };
const align = z.enum(["left", "center"]).optional();

export const headingBlockSchema = z.object({
  ...base,
  type: z.literal("heading"),
  level: z.union([z.literal(1), z.literal(2), z.literal(3)]),
  content: inlineListSchema,
  align,
});

export const textBlockSchema = z.object({
  ...base,
  type: z.literal("text"),
  content: inlineListSchema,
  /** kicker: small label above a headline; lead: larger opening words; small: notes. */
  style: z.enum(["body", "lead", "small", "kicker"]).optional(),
  align,
});

export const imageBlockSchema = z.object({
  ...base,
  type: z.literal("image"),
  src: z
    .string()
    .max(contentLimits.url)
    .overwrite((value) => safeImageUrl(value) ?? value.trim())
    .refine((value) => value === "" || safeImageUrl(value) !== null, "Not the address of a picture"),
  /** Empty is reported by the check before sending. */
  alt: line,
  /** Pixels to show it in, at most; the file may be finer. */
  width: z.int().min(1).max(4096),
  height: z.int().min(1).max(8192).optional(),
  /** Across the whole paper, without margins. Not inside columns. */
  wide: z.boolean().optional(),
  href: hrefSchema.optional(),
  caption: inlineListSchema.optional(),
});

export const buttonBlockSchema = z.object({
  ...base,
  type: z.literal("button"),
  label: line,
  href: hrefSchema,
  variant: z.enum(["solid", "outline"]).optional(),
  align,
});

const columnBlockSchema = z.discriminatedUnion("type", [
  headingBlockSchema,
  textBlockSchema,
  imageBlockSchema,
  buttonBlockSchema,
]);

export const columnSchema = z.object({
  id: blockIdSchema,
  blocks: z.array(columnBlockSchema).max(contentLimits.columnBlocks),
});

export const columnsBlockSchema = z.object({
  ...base,
  type: z.literal("columns"),
  columns: z.array(columnSchema).min(2).max(3),
});

export const mastheadBlockSchema = z.object({
  ...base,
  type: z.literal("masthead"),
  title: line,
  /** Issue, date or motto beside or beneath the title. */
  note: line.optional(),
  style: z.enum(["plain", "ruled", "band"]).optional(),
});

export const dividerBlockSchema = z.object({
  ...base,
  type: z.literal("divider"),
  style: z.enum(["line", "mark"]).optional(),
});

export const spacerBlockSchema = z.object({
  ...base,
  type: z.literal("spacer"),
  size: z.enum(["small", "medium", "large"]),
});

export const quoteBlockSchema = z.object({
  ...base,
  type: z.literal("quote"),
  content: inlineListSchema,
  attribution: line.optional(),
});

export const listBlockSchema = z.object({
  ...base,
  type: z.literal("list"),
  ordered: z.boolean(),
  items: z.array(inlineListSchema).max(contentLimits.listItems),
});

export const codeBlockSchema = z.object({
  ...base,
  type: z.literal("code"),
  code: z.string().max(contentLimits.code).overwrite(cleanCode),
  language: z
    .string()
    .regex(/^[A-Za-z0-9+#._-]{0,30}$/)
    .optional(),
});

export const eventBlockSchema = z.object({
  ...base,
  type: z.literal("event"),
  title: line.optional(),
  facts: z.array(z.object({ kind: z.enum(factKinds), label: line, value: line })).max(contentLimits.facts),
});

export const socialBlockSchema = z.object({
  ...base,
  type: z.literal("social"),
  links: z
    .array(
      z.object({
        network: z.enum(socialNetworks),
        url: z
          .string()
          .max(contentLimits.url)
          .overwrite((value) => safeUrl(value) ?? value.trim())
          .refine((value) => safeUrl(value) !== null, "Not an address that a newsletter may link to"),
      }),
    )
    .max(contentLimits.socialLinks),
});

/** The closing note. The postal address and the ways out are added by the renderer, always. */
export const footerBlockSchema = z.object({
  ...base,
  type: z.literal("footer"),
  note: inlineListSchema.optional(),
});

export const blockSchema = z.discriminatedUnion("type", [
  mastheadBlockSchema,
  headingBlockSchema,
  textBlockSchema,
  imageBlockSchema,
  buttonBlockSchema,
  columnsBlockSchema,
  dividerBlockSchema,
  spacerBlockSchema,
  quoteBlockSchema,
  listBlockSchema,
  codeBlockSchema,
  eventBlockSchema,
  socialBlockSchema,
  footerBlockSchema,
]);

export type Block = z.infer<typeof blockSchema>;
export type BlockType = Block["type"];
export type BlockOf<Type extends BlockType> = Extract<Block, { type: Type }>;
/** What may stand in a column. */
export type ColumnBlock = z.infer<typeof columnBlockSchema>;
export type Column = z.infer<typeof columnSchema>;

const schemasByType = new Map<BlockType, { shape: Record<string, unknown> }>(
  blockSchema.options.map((option) => [option.shape.type.value, option]),
);

/** The fields that a change to such a block may name. */
export function fieldsOfBlock(type: BlockType): ReadonlySet<string> {
  const fields = new Set(Object.keys(schemasByType.get(type)?.shape ?? {}));
  fields.delete("id");
  fields.delete("type");
  return fields;
}

export function isColumnBlock(block: Block): block is ColumnBlock {
  return ["heading", "text", "image", "button"].includes(block.type);
}
