import type { WordsPlace } from "@/emails/newsletter/blocks/block-context";
import { findBlock, type NewsletterDocument } from "@/lib/content/document-schema";
import type { Operation } from "@/lib/content/operations";

/** The operation that puts words where they stand in a block: `content`, `items.2`, `facts.0.value`. Null when the block is gone. */
export function placeOperation(
  document: NewsletterDocument,
  { blockId, field }: WordsPlace,
  words: unknown,
): Operation | null {
  const block = findBlock(document, blockId);
  if (!block) return null;
  const [first = "", ...rest] = field.split(".");
  const held = new Map<string, unknown>(Object.entries(block));
  return { type: "update", id: blockId, patch: { [first]: putAt(held.get(first), rest, words) } };
}

function putAt(value: unknown, path: readonly string[], words: unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return words;
  if (Array.isArray(value))
    return value.map((item, index) => (index === Number(key) ? putAt(item, rest, words) : item));
  if (typeof value !== "object" || value === null) return value;
  return { ...value, [key]: putAt(new Map<string, unknown>(Object.entries(value)).get(key), rest, words) };
}
