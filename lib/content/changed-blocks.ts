import type { Block } from "./block-schema";
import { type NewsletterDocument, walkBlocks } from "./document-schema";

/**
 * Ids of the blocks in `after` that are new or differ from `before`, in reading order. A moved block has not
 * changed; a columns block has only when its own fields or the number of its columns did.
 */
export function changedBlockIds(before: NewsletterDocument, after: NewsletterDocument): string[] {
  const known = new Map(Array.from(walkBlocks(before.blocks), (block) => [block.id, block]));
  return Array.from(walkBlocks(after.blocks))
    .filter((block) => {
      const old = known.get(block.id);
      return old === undefined || (old !== block && fingerprint(old) !== fingerprint(block));
    })
    .map((block) => block.id);
}

function fingerprint(block: Block): string {
  const own =
    block.type === "columns" ? { ...block, columns: block.columns.map((column) => column.id) } : block;
  return JSON.stringify(own, sortKeys);
}

function sortKeys(_key: string, value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
