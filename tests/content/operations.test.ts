import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ContentError } from "@/lib/content/content-error";
import {
  documentSchema,
  emptyDocument,
  type NewsletterDocument,
  walkBlocks,
} from "@/lib/content/document-schema";
import { applyOperation, applyOperations, type Operation } from "@/lib/content/operations";
import { blocks, documents, hostileText, inlines } from "./arbitraries";

/** Operations that mostly fit the document and sometimes do not. */
function operationsFor(document: NewsletterDocument): fc.Arbitrary<Operation> {
  const ids = [...walkBlocks(document.blocks)].map((block) => block.id);
  const columnIds = document.blocks.flatMap((block) =>
    block.type === "columns" ? block.columns.map((column) => column.id) : [],
  );
  const id = fc.constantFrom(...ids, "nobody");
  const place = fc.oneof(
    fc.record({ afterId: fc.option(id, { nil: null }) }),
    fc.record({ afterId: fc.constant(null), columnId: fc.constantFrom(...columnIds, "nobody") }),
  );
  return fc.oneof(
    fc.tuple(blocks, place).map(([block, at]) => ({ type: "insert" as const, block, ...at })),
    fc.tuple(id, place).map(([moved, at]) => ({ type: "move" as const, id: moved, ...at })),
    id.map((removed) => ({ type: "remove" as const, id: removed })),
    fc
      .tuple(
        id,
        fc.oneof(
          fc.record({ content: inlines }),
          fc.record({ role: fc.constantFrom(null, "lead") }),
          fc.record({ label: hostileText }),
        ),
      )
      .map(([updated, patch]) => ({ type: "update" as const, id: updated, patch })),
    fc
      .record(
        {
          subject: hostileText,
          language: fc.constantFrom("en", "pt"),
          theme: fc.constantFrom<unknown>(
            { palette: "clay" },
            { colors: { accent: "#AA0000" } },
            { colors: null },
          ),
        },
        { requiredKeys: [] },
      )
      .map((patch) => ({ type: "setMeta" as const, patch })),
  );
}

function tryApply(document: NewsletterDocument, operation: Operation) {
  try {
    return applyOperation(document, operation);
  } catch (error) {
    if (error instanceof ContentError) return undefined;
    throw error;
  }
}

const documentWithOperations = documents.chain((document) =>
  fc.record({
    document: fc.constant(document),
    operations: fc.array(operationsFor(document), { maxLength: 12 }),
  }),
);

describe("operations", () => {
  test("applying an operation and then its inverse gives the same document", () => {
    fc.assert(
      fc.property(documentWithOperations, ({ document, operations }) => {
        for (const operation of operations) {
          const done = tryApply(document, operation);
          if (!done) continue;
          expect(applyOperation(done.document, done.inverse).document).toStrictEqual(document);
        }
      }),
      { numRuns: 300 },
    );
  });

  test("any sequence of operations leaves a valid, canonical document and undoes as a whole", () => {
    fc.assert(
      fc.property(documentWithOperations, ({ document, operations }) => {
        let current = document;
        const inverse: Operation[] = [];
        for (const operation of operations) {
          const done = tryApply(current, operation);
          if (!done) continue;
          current = done.document;
          inverse.unshift(done.inverse);
          expect(documentSchema.parse(current)).toStrictEqual(current);
        }
        expect(applyOperations(current, inverse).document).toStrictEqual(document);
      }),
      { numRuns: 300 },
    );
  });

  test("never alters the document it was given, even when it refuses", () => {
    fc.assert(
      fc.property(documentWithOperations, ({ document, operations }) => {
        const before = structuredClone(document);
        for (const operation of operations) tryApply(document, operation);
        expect(document).toStrictEqual(before);
      }),
    );
  });

  const start = applyOperations(emptyDocument(), [
    insert({ id: "a", type: "text", content: [{ type: "text", text: "A" }] }),
    insert({ id: "b", type: "button", label: "Go", href: "https://galley.example" }, "a"),
    insert(
      {
        id: "c",
        type: "columns",
        columns: [
          { id: "c1", blocks: [] },
          { id: "c2", blocks: [] },
        ],
      },
      "b",
    ),
  ]).document;

  test("moves a block into a column and back to where it was", () => {
    const { document, inverse } = applyOperation(start, {
      type: "move",
      id: "a",
      afterId: null,
      columnId: "c2",
    });
    expect([...walkBlocks(document.blocks)].map((block) => block.id)).toEqual(["b", "c", "a"]);
    expect(inverse).toEqual({ type: "move", id: "a", afterId: null });
  });

  test("null in a patch takes an optional field away", () => {
    const styled = applyOperation(start, { type: "update", id: "a", patch: { style: "lead" } });
    expect(styled.inverse).toEqual({ type: "update", id: "a", patch: { style: null } });
    expect(applyOperation(styled.document, styled.inverse).document).toStrictEqual(start);
  });

  test.each<[string, Operation, ContentError["code"]]>([
    ["an unknown block", { type: "remove", id: "zz" }, "unknown_block"],
    ["an unknown place", { type: "move", id: "a", afterId: "zz" }, "unknown_target"],
    ["a block after itself", { type: "move", id: "a", afterId: "a" }, "unknown_target"],
    ["columns inside themselves", { type: "move", id: "c", afterId: null, columnId: "c1" }, "unknown_target"],
    [
      "a divider in a column",
      { ...insert({ id: "d", type: "divider" }), columnId: "c1" },
      "not_allowed_there",
    ],
    ["an id that is taken", insert({ id: "a", type: "divider" }), "duplicate_id"],
    ["a column's id for a block", insert({ id: "c1", type: "divider" }), "duplicate_id"],
    [
      "a field that the block lacks",
      { type: "update", id: "a", patch: { href: "https://x.example" } },
      "invalid_patch",
    ],
    ["another type", { type: "update", id: "a", patch: { type: "code" } }, "invalid_patch"],
    ["another id", { type: "update", id: "a", patch: { id: "q" } }, "invalid_patch"],
    [
      "a script as address",
      { type: "update", id: "b", patch: { href: "javascript:alert(1)" } },
      "invalid_patch",
    ],
    ["an unknown setting", { type: "setMeta", patch: { css: "x" } }, "invalid_meta"],
    ["CSS for a colour", { type: "setMeta", patch: { theme: { colors: { ink: "red;}" } } } }, "invalid_meta"],
    ["a required setting taken away", { type: "setMeta", patch: { theme: null } }, "invalid_meta"],
  ])("refuses %s", (_name, operation, code) => {
    expect(() => applyOperation(start, operation)).toThrow(
      expect.objectContaining({ name: "ContentError", code }),
    );
  });

  test("holds 200 blocks and refuses the 201st", () => {
    const many = Array.from({ length: 197 }, (_, index) => insert({ id: `n${index}`, type: "divider" }));
    const full = applyOperations(start, many).document;
    expect(full.blocks).toHaveLength(200);
    expect(() => applyOperation(full, insert({ id: "last", type: "divider" }))).toThrow(
      expect.objectContaining({ code: "too_many_blocks" }),
    );
  });

  test("applies a list of operations as a whole or not at all", () => {
    expect(() =>
      applyOperations(start, [
        { type: "remove", id: "a" },
        { type: "remove", id: "a" },
      ]),
    ).toThrow(ContentError);
    expect(start.blocks).toHaveLength(3);
  });
});

function insert(block: Extract<Operation, { type: "insert" }>["block"], afterId: string | null = null) {
  return { type: "insert" as const, block, afterId };
}
