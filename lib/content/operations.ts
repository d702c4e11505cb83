import { z } from "zod";
import {
  type Block,
  blockIdSchema,
  blockSchema,
  type Column,
  fieldsOfBlock,
  isColumnBlock,
} from "./block-schema";
import { ContentError } from "./content-error";
import {
  type DocumentMeta,
  documentMetaSchema,
  findStructureFault,
  type NewsletterDocument,
} from "./document-schema";

const place = {
  /** The sibling to stand after; null for the first place of the document, or of `columnId`. */
  afterId: blockIdSchema.nullable(),
  /** With `afterId: null`: the column whose first place is meant. */
  columnId: blockIdSchema.optional(),
};

/** In patches null takes an optional field away. */
const patch = z.record(z.string(), z.unknown());

export const operationSchema = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("insert"), block: blockSchema, ...place }),
  z.strictObject({ type: z.literal("update"), id: blockIdSchema, patch }),
  z.strictObject({ type: z.literal("move"), id: blockIdSchema, ...place }),
  z.strictObject({ type: z.literal("remove"), id: blockIdSchema }),
  z.strictObject({ type: z.literal("setMeta"), patch }),
]);

/** One change to a document: the only kind there is, for people and for models. */
export type Operation = z.infer<typeof operationSchema>;

/**
 * The document after one operation, and the operation that takes it back exactly. Never alters its arguments;
 * blocks that did not change stay the same objects. Throws ContentError when the operation does not fit.
 */
export function applyOperation(
  document: NewsletterDocument,
  operation: Operation,
): { document: NewsletterDocument; inverse: Operation } {
  const parsed = operationSchema.safeParse(operation);
  if (!parsed.success) throw new ContentError("invalid_operation", z.prettifyError(parsed.error));
  const result = apply(document, parsed.data);
  const fault = findStructureFault(result.document.blocks);
  if (fault) throw fault;
  return result;
}

/**
 * Applies all or none, in order. `inverse` is the list that takes all back, already in the order to apply.
 */
export function applyOperations(
  document: NewsletterDocument,
  operations: readonly Operation[],
): { document: NewsletterDocument; inverse: Operation[] } {
  const inverse: Operation[] = [];
  let current = document;
  for (const operation of operations) {
    const step = applyOperation(current, operation);
    current = step.document;
    inverse.unshift(step.inverse);
  }
  return { document: current, inverse };
}

type Step = { document: NewsletterDocument; inverse: Operation };
type Place = { afterId: string | null; columnId?: string | undefined };

function apply(document: NewsletterDocument, operation: Operation): Step {
  switch (operation.type) {
    case "insert":
      return insertBlock(document, operation.block, operation);
    case "update":
      return updateBlock(document, operation.id, operation.patch);
    case "move":
      return moveBlock(document, operation.id, operation);
    case "remove":
      return removeBlock(document, operation.id);
    case "setMeta":
      return setMeta(document, operation.patch);
  }
}

function insertBlock(document: NewsletterDocument, block: Block, at: Place): Step {
  return {
    document: { ...document, blocks: placeBlock(document.blocks, block, at) },
    inverse: { type: "remove", id: block.id },
  };
}

function removeBlock(document: NewsletterDocument, id: string): Step {
  const { block, place: from, rest } = takeBlock(document.blocks, id);
  return { document: { ...document, blocks: rest }, inverse: { type: "insert", block, ...from } };
}

function moveBlock(document: NewsletterDocument, id: string, to: Place): Step {
  if (to.afterId === id) throw new ContentError("unknown_target", "A block cannot stand after itself", id);
  const { block, place: from, rest } = takeBlock(document.blocks, id);
  return {
    document: { ...document, blocks: placeBlock(rest, block, to) },
    inverse: { type: "move", id, ...from },
  };
}

function updateBlock(document: NewsletterDocument, id: string, changes: Record<string, unknown>): Step {
  let inversePatch: Record<string, unknown> | undefined;
  const blocks = mapSiblings(document.blocks, (siblings) =>
    siblings.map((block) => {
      if (block.id !== id) return block;
      const changed = patchBlock(block, changes);
      inversePatch = changed.inverse;
      return changed.block;
    }),
  );
  if (!inversePatch) throw unknownBlock(id);
  return { document: { ...document, blocks }, inverse: { type: "update", id, patch: inversePatch } };
}

function patchBlock(
  block: Block,
  changes: Record<string, unknown>,
): { block: Block; inverse: Record<string, unknown> } {
  const allowed = fieldsOfBlock(block.type);
  for (const field of Object.keys(changes)) {
    if (!allowed.has(field)) {
      throw new ContentError(
        "invalid_patch",
        `A ${block.type} block has no field "${field}" to change`,
        block.id,
      );
    }
  }
  const parsed = blockSchema.safeParse(mergePatch(block, changes));
  if (!parsed.success) throw new ContentError("invalid_patch", z.prettifyError(parsed.error), block.id);
  return { block: parsed.data, inverse: inversePatchOf(block, changes) };
}

function setMeta(document: NewsletterDocument, changes: Record<string, unknown>): Step {
  const theme = changes.theme;
  const { theme: before, ...rest } = document.meta;
  const flat: Record<string, unknown> = { ...rest, theme: before };
  for (const field of Object.keys(changes)) {
    if (!Object.hasOwn(flat, field)) throw new ContentError("invalid_meta", `There is no setting "${field}"`);
  }
  const merged = mergePatch(flat, {
    ...changes,
    ...(theme === undefined ? {} : { theme: isRecord(theme) ? mergePatch(before, theme) : theme }),
  });
  const parsed = documentMetaSchema.safeParse(merged);
  if (!parsed.success) throw new ContentError("invalid_meta", z.prettifyError(parsed.error));
  const inverse = inversePatchOf(flat, changes);
  if (isRecord(theme)) inverse.theme = inversePatchOf(before, theme);
  const meta: DocumentMeta = parsed.data;
  return { document: { ...document, meta }, inverse: { type: "setMeta", patch: inverse } };
}

function mergePatch(target: object, changes: Record<string, unknown>): Record<string, unknown> {
  const merged: Record<string, unknown> = { ...target };
  for (const [field, value] of Object.entries(changes)) {
    if (value === null || value === undefined) delete merged[field];
    else merged[field] = value;
  }
  return merged;
}

function inversePatchOf(target: object, changes: Record<string, unknown>): Record<string, unknown> {
  const before = new Map<string, unknown>(Object.entries(target));
  return Object.fromEntries(Object.keys(changes).map((field) => [field, before.get(field) ?? null]));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The blocks with `block` put in its place; throws when the place does not exist or cannot hold it. */
function placeBlock(blocks: readonly Block[], block: Block, at: Place): Block[] {
  let isPlaced = false;
  const placed = mapSiblings(blocks, (siblings, column) => {
    const isTarget = at.columnId === undefined || at.columnId === column?.id;
    const index = at.afterId === null ? -1 : siblings.findIndex((sibling) => sibling.id === at.afterId);
    const isHere = at.afterId === null ? column?.id === at.columnId : index >= 0 && isTarget;
    if (!isHere || isPlaced) return siblings;
    if (column && !isColumnBlock(block)) {
      throw new ContentError("not_allowed_there", `A ${block.type} block cannot stand in a column`, block.id);
    }
    isPlaced = true;
    return [...siblings.slice(0, index + 1), block, ...siblings.slice(index + 1)];
  });
  if (!isPlaced) {
    throw new ContentError(
      "unknown_target",
      `There is no place after ${at.afterId ?? at.columnId ?? "the start"}`,
    );
  }
  return placed;
}

function takeBlock(blocks: readonly Block[], id: string): { block: Block; place: Place; rest: Block[] } {
  let taken: { block: Block; place: Place } | undefined;
  const rest = mapSiblings(blocks, (siblings, column) => {
    const index = siblings.findIndex((sibling) => sibling.id === id);
    const block = siblings[index];
    if (!block) return siblings;
    const afterId = siblings[index - 1]?.id ?? null;
    taken = { block, place: column ? { afterId, columnId: column.id } : { afterId } };
    return siblings.filter((sibling) => sibling !== block);
  });
  if (!taken) throw unknownBlock(id);
  return { ...taken, rest };
}

/** Runs `change` over the top level and each column; levels that it returns as they were keep their objects. */
function mapSiblings(
  blocks: readonly Block[],
  change: (siblings: readonly Block[], column?: Column) => readonly Block[],
): Block[] {
  return change(blocks).map((block) => {
    if (block.type !== "columns") return block;
    const columns = block.columns.map((column) => {
      const changed = change(column.blocks, column);
      return isSameList(changed, column.blocks)
        ? column
        : { ...column, blocks: changed.filter(isColumnBlock) };
    });
    return isSameList(columns, block.columns) ? block : { ...block, columns };
  });
}

function isSameList(first: readonly unknown[], second: readonly unknown[]): boolean {
  return first.length === second.length && first.every((item, index) => item === second[index]);
}

function unknownBlock(id: string): ContentError {
  return new ContentError("unknown_block", `There is no block ${id}`, id);
}
