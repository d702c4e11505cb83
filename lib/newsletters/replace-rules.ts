import type { Block, NewsletterDocument } from "@/lib/content/document-schema";
import type { Operation } from "@/lib/content/operations";

/**
 * The operations that turn one document into the other, so that replacing a whole document is a change like any other: blocks with the
 * same id and type are updated and moved, the rest are removed or inserted. Applying them to `before` gives `after`.
 */
export function operationsBetween(before: NewsletterDocument, after: NewsletterDocument): Operation[] {
  const operations: Operation[] = [];
  const metaPatch = patchBetween(before.meta, after.meta);
  if (Object.keys(metaPatch).length > 0)
    operations.push({ type: "setMeta", patch: withWholeTheme(metaPatch, before, after) });

  const targets = new Map(after.blocks.map((block) => [block.id, block]));
  const kept: Block[] = [];
  for (const block of before.blocks) {
    if (targets.get(block.id)?.type === block.type) kept.push(block);
    else operations.push({ type: "remove", id: block.id });
  }
  const order = kept.map((block) => block.id);
  const known = new Map(kept.map((block) => [block.id, block]));
  let afterId: string | null = null;
  after.blocks.forEach((target, index) => {
    const present = known.get(target.id);
    if (!present) {
      operations.push({ type: "insert", block: target, afterId });
      order.splice(index, 0, target.id);
    } else {
      if (order[index] !== target.id) {
        operations.push({ type: "move", id: target.id, afterId });
        order.splice(order.indexOf(target.id), 1);
        order.splice(index, 0, target.id);
      }
      const patch = patchBetween(present, target);
      if (Object.keys(patch).length > 0) operations.push({ type: "update", id: target.id, patch });
    }
    afterId = target.id;
  });
  return operations;
}

/** Field by field what changed; null takes an optional field away. */
function patchBetween(before: object, after: object): Record<string, unknown> {
  const from = new Map<string, unknown>(Object.entries(before));
  const to = new Map<string, unknown>(Object.entries(after));
  const patch: Record<string, unknown> = {};
  for (const [field, value] of to) {
    if (!isSame(from.get(field), value)) patch[field] = value;
  }
  for (const field of from.keys()) {
    if (!to.has(field)) patch[field] = null;
  }
  return patch;
}

// Settings merge a theme's patch into the theme there is; fields that the new theme lacks have to be named.
function withWholeTheme(
  patch: Record<string, unknown>,
  before: NewsletterDocument,
  after: NewsletterDocument,
): Record<string, unknown> {
  return "theme" in patch ? { ...patch, theme: patchBetween(before.meta.theme, after.meta.theme) } : patch;
}

function isSame(first: unknown, second: unknown): boolean {
  if (first === second) return true;
  if (Array.isArray(first) && Array.isArray(second)) {
    return first.length === second.length && first.every((item, index) => isSame(item, second[index]));
  }
  if (!isRecord(first) || !isRecord(second)) return false;
  const keys = new Set([...Object.keys(first), ...Object.keys(second)]);
  return [...keys].every((key) => isSame(first[key], second[key]));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
