import { z } from "zod";
import { ContentError } from "@/lib/content/content-error";
import {
  emptyDocument,
  type NewsletterDocument,
  newBlockId,
  parseDocument,
} from "@/lib/content/document-schema";
import { documentFromMarkdown } from "@/lib/content/markdown";
import { AppError } from "@/lib/platform/errors";

const parts = {
  preheader: z.string().max(500).optional(),
  /** A whole document, or only its blocks: what is missing of `meta` takes its default. */
  document: z
    .object({ meta: z.record(z.string(), z.unknown()).optional(), blocks: z.array(z.unknown()) })
    .optional(),
  markdown: z.string().max(500_000).optional(),
};

export const createBody = z
  .object({ subject: z.string().trim().min(1).max(300), ...parts })
  .refine((body) => (body.document === undefined) !== (body.markdown === undefined), {
    message: "required",
    path: ["document"],
  });

export const changeBody = z
  .object({ subject: z.string().trim().min(1).max(300).optional(), ...parts })
  .refine((body) => body.document === undefined || body.markdown === undefined, {
    message: "required",
    path: ["document"],
  });

type Body = z.output<typeof changeBody>;

/** The document that a body asks for, over what is there already. Throws `invalid`, naming the block that does not fit. */
export function documentFrom(
  body: Body,
  present: NewsletterDocument,
  language: "en" | "pt",
): NewsletterDocument {
  const { subject = present.meta.subject, preheader = present.meta.preheader } = body;
  try {
    if (body.markdown !== undefined) {
      return documentFromMarkdown(body.markdown, { subject, preheader, language, theme: present.meta.theme });
    }
    const given = body.document;
    return parseDocument({
      version: 1,
      meta: {
        ...present.meta,
        ...given?.meta,
        ...(body.subject === undefined && given?.meta?.subject !== undefined ? {} : { subject }),
        ...(body.preheader === undefined && given?.meta?.preheader !== undefined ? {} : { preheader }),
      },
      blocks: given ? given.blocks.map(withIds) : present.blocks,
    });
  } catch (error) {
    if (!(error instanceof ContentError)) throw error;
    throw new AppError("invalid", error.message, { fields: { document: error.code }, cause: error });
  }
}

export function blankDocument(language: "en" | "pt"): NewsletterDocument {
  return emptyDocument({ language });
}

/** Blocks and columns may come without ids; they are given some. */
function withIds(block: unknown): unknown {
  if (!isRecord(block)) return block;
  const named = { id: newBlockId(), ...block };
  if (!("columns" in named) || !Array.isArray(named.columns)) return named;
  return { ...named, columns: named.columns.map(columnWithIds) };
}

function columnWithIds(column: unknown): unknown {
  if (!isRecord(column)) return column;
  const { blocks } = column;
  return { id: newBlockId(), ...column, ...(Array.isArray(blocks) ? { blocks: blocks.map(withIds) } : {}) };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
