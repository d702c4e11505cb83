import { type NewsletterDocument, newBlockId } from "@/lib/content/document-schema";
import type { Operation } from "@/lib/content/operations";
import { type BlockDraft, blockFromDraft, fieldsFromDraft } from "./block-draft";

/**
 * The operations that write these blocks in the given order, each after the one before it; the first after `afterId` (null is the top),
 * or where it stands already, or before the closing footer.
 */
export function writeOperations(
  document: NewsletterDocument,
  drafts: readonly BlockDraft[],
  afterId?: string | null,
): { operations: Operation[]; ids: string[] } {
  const operations: Operation[] = [];
  const order = document.blocks.map((block) => block.id);
  const types = new Map<string, string>(document.blocks.map((block) => [block.id, block.type]));
  const ids: string[] = [];
  let cursor = afterId === undefined ? undefined : afterId;
  for (const draft of drafts) {
    const isHere = draft.id !== undefined && types.has(draft.id);
    if (isHere && draft.id !== undefined && types.get(draft.id) === draft.type) {
      const { id } = draft;
      const standsAfter = order[order.indexOf(id) - 1] ?? null;
      if (cursor !== undefined && cursor !== standsAfter && cursor !== id) {
        operations.push({ type: "move", id, afterId: cursor });
        moveInOrder(order, id, cursor);
      }
      operations.push({ type: "update", id, patch: fieldsFromDraft(draft) });
      cursor = id;
    } else {
      const place =
        cursor ?? (isHere && draft.id ? draft.id : cursor === null ? null : endOf(document, order));
      const id = isHere || draft.id === undefined ? newBlockId() : draft.id;
      operations.push({ type: "insert", block: blockFromDraft(draft, id), afterId: place });
      order.splice(place === null ? 0 : order.indexOf(place) + 1, 0, id);
      types.set(id, draft.type);
      // Another kind of block takes the old one's place.
      if (isHere && draft.id !== undefined) {
        operations.push({ type: "remove", id: draft.id });
        order.splice(order.indexOf(draft.id), 1);
      }
      cursor = id;
    }
    ids.push(cursor);
  }
  return { operations, ids };
}

function moveInOrder(order: string[], id: string, afterId: string | null): void {
  order.splice(order.indexOf(id), 1);
  order.splice(afterId === null ? 0 : order.indexOf(afterId) + 1, 0, id);
}

function endOf(document: NewsletterDocument, order: readonly string[]): string | null {
  const footers = new Set(
    document.blocks.filter((block) => block.type === "footer").map((block) => block.id),
  );
  return order.findLast((id) => !footers.has(id)) ?? null;
}
