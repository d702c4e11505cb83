import { cleanLine } from "./clean-text";
import { contentLimits } from "./content-limits";

/** A place for a contact's field, written `{{firstName|there}}` in plain text. */
export type MergeTag = { field: string; fallback: string };

export const mergeFieldPattern = /^[A-Za-z][A-Za-z0-9_.-]{0,59}$/;

const tagPattern = /\{\{\s*([A-Za-z][A-Za-z0-9_.-]{0,59})\s*(?:\|([^{}|]{0,100}))?\}\}/g;

/** A fallback that survives being written between braces and read again. */
export function cleanFallback(fallback: string): string {
  return cleanLine(fallback)
    .replace(/[{}|]/g, "")
    .slice(0, contentLimits.mergeFallback)
    .toWellFormed()
    .replace(/\uFFFD$/, "")
    .trim();
}

/** Splits a plain string at its merge tags; what is not a whole tag stays text. Never throws. */
export function parseMergeText(text: string): (string | MergeTag)[] {
  const parts: (string | MergeTag)[] = [];
  let end = 0;
  for (const match of text.matchAll(tagPattern)) {
    if (match.index > end) parts.push(text.slice(end, match.index));
    parts.push({ field: match[1] ?? "", fallback: cleanFallback(match[2] ?? "") });
    end = match.index + match[0].length;
  }
  if (end < text.length) parts.push(text.slice(end));
  return parts;
}

/** Writes a tag so that `parseMergeText` reads the same tag. */
export function serialiseMergeTag({ field, fallback }: MergeTag): string {
  return fallback === "" ? `{{${field}}}` : `{{${field}|${fallback}}}`;
}

/** What a contact's field may hold; anything else (objects, null) counts as not filled in. */
export type MergeFields = Readonly<Record<string, unknown>>;

/** The one-line value for a contact, or the tag's fallback when the field is missing, blank or not plain. */
export function resolveMergeTag(tag: MergeTag, fields: MergeFields): string {
  const raw = Object.hasOwn(fields, tag.field) ? fields[tag.field] : undefined;
  if (typeof raw !== "string" && typeof raw !== "number") return tag.fallback;
  const value = cleanLine(String(raw)).trim();
  return value === "" ? tag.fallback : value;
}

/** A plain string with every tag replaced; for previews, titles and web addresses pass `encode`. */
export function fillMergeText(
  text: string,
  fields: MergeFields,
  encode: (value: string) => string = (value) => value,
): string {
  return parseMergeText(text)
    .map((part) => (typeof part === "string" ? part : encode(resolveMergeTag(part, fields))))
    .join("");
}
