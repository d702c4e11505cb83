import { z } from "zod";
import { cleanText } from "./clean-text";
import { contentLimits } from "./content-limits";
import { cleanFallback, mergeFieldPattern, parseMergeText } from "./merge-tags";
import { safeUrl } from "./sanitize-url";

/** An address in a document: safe, or still open ("" or "#"), which the check before sending reports. */
export const hrefSchema = z
  .string()
  .max(contentLimits.url)
  .overwrite((value) => (isOpenHref(value) ? value.trim() : (safeUrl(value) ?? value)))
  .refine(
    (value) => isOpenHref(value) || safeUrl(value) !== null,
    "Not an address that a newsletter may link to",
  );

function isOpenHref(value: string): boolean {
  const trimmed = value.trim();
  return trimmed === "" || trimmed === "#";
}

const flag = z.boolean().optional();

const marks = {
  bold: flag,
  italic: flag,
  /** Present on every run of a link; neighbouring runs with one address are one link. */
  href: hrefSchema.optional(),
};

export const textRunSchema = z.object({
  type: z.literal("text"),
  text: z.string().max(contentLimits.blockText).overwrite(cleanText),
  code: flag,
  ...marks,
});

export const mergeRunSchema = z.object({
  type: z.literal("merge"),
  field: z.string().regex(mergeFieldPattern),
  fallback: z.string().max(contentLimits.blockText).overwrite(cleanFallback),
  ...marks,
});

export const breakRunSchema = z.object({ type: z.literal("break") });

export const inlineSchema = z.discriminatedUnion("type", [textRunSchema, mergeRunSchema, breakRunSchema]);

/** One typed run of rich text. There is no HTML anywhere in a document. */
export type Inline = z.infer<typeof inlineSchema>;
export type TextRun = z.infer<typeof textRunSchema>;
export type MergeRun = z.infer<typeof mergeRunSchema>;

/** Rich text in canonical form: see `normaliseInline`. */
export const inlineListSchema = z
  .array(inlineSchema)
  .max(contentLimits.runsPerBlock)
  .overwrite(normaliseInline)
  .refine((runs) => runs.length <= contentLimits.runsPerBlock, "Too many pieces of formatting")
  .refine((runs) => plainText(runs).length <= contentLimits.blockText, "Too long for one block");

/**
 * The canonical form: line feeds are breaks, whole merge tags in text are merge runs (not inside code), empty
 * runs are gone, marks that say nothing are gone, neighbours with equal marks are one run. Idempotent, and shows the same words as before.
 */
export function normaliseInline(runs: Inline[]): Inline[] {
  const result: Inline[] = [];
  for (const run of runs.flatMap(splitRun)) {
    const last = result.at(-1);
    if (run.type === "text" && run.text === "") continue;
    if (run.type === "text" && last?.type === "text" && haveEqualMarks(run, last)) {
      result[result.length - 1] = { ...last, text: last.text + run.text };
    } else {
      result.push(run);
    }
  }
  // Two neighbours may together spell a tag that neither held alone.
  return result.some((run) => splitRun(run).length > 1) ? normaliseInline(result) : result;
}

/** The words of rich text as `{{field|fallback}}` plain text, breaks as line feeds. */
export function plainText(runs: readonly Inline[]): string {
  return runs
    .map((run) => {
      if (run.type === "break") return "\n";
      if (run.type === "text") return run.text;
      return run.fallback === "" ? `{{${run.field}}}` : `{{${run.field}|${run.fallback}}}`;
    })
    .join("");
}

/** Neighbouring runs of one link, or of no link, taken together. */
export type InlineGroup = { href: string | undefined; runs: Inline[]; first: Inline };

/** Groups runs so that a link of several formats is one link; a break belongs to the group it stands in. */
export function groupByLink(runs: readonly Inline[]): InlineGroup[] {
  const groups: InlineGroup[] = [];
  for (const run of runs) {
    const last = groups.at(-1);
    const href = run.type === "break" ? undefined : run.href || undefined;
    if (last && last.href === href) last.runs.push(run);
    else groups.push({ href, runs: [run], first: run });
  }
  return groups;
}

/** A list of one unformatted run, or of none for empty text; merge tags in it are recognised. */
export function inlineFromText(text: string): Inline[] {
  return normaliseInline([{ type: "text", text: cleanText(text) }]);
}

function splitRun(written: Inline): Inline[] {
  if (written.type === "break") return [written];
  const run = dropEmptyMarks(written);
  if (run.type !== "text") return [run];
  const { text, code, ...rest } = run;
  return text.split("\n").flatMap((line, index) => {
    const pieces: Inline[] = index === 0 ? [] : [{ type: "break" }];
    if (code) return line === "" ? pieces : [...pieces, { ...rest, code, text: line }];
    const parts = parseMergeText(line);
    for (const part of parts) {
      pieces.push(typeof part === "string" ? { ...rest, text: part } : { ...rest, type: "merge", ...part });
    }
    return parts.length === 0 && pieces.length === 0 ? [{ ...rest, text: "" }] : pieces;
  });
}

function dropEmptyMarks(run: TextRun | MergeRun): TextRun | MergeRun {
  const { bold, italic, href, ...rest } = run;
  const kept = { ...(bold ? { bold } : {}), ...(italic ? { italic } : {}), ...(href ? { href } : {}) };
  if (rest.type === "merge") return { ...rest, ...kept };
  const { code, ...text } = rest;
  return { ...text, ...kept, ...(code ? { code } : {}) };
}

function haveEqualMarks(a: TextRun, b: TextRun): boolean {
  return a.bold === b.bold && a.italic === b.italic && a.code === b.code && a.href === b.href;
}
