import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { changedBlockIds } from "@/lib/content/changed-blocks";
import { describeDocument } from "@/lib/content/describe-document";
import { parseDocument, walkBlocks } from "@/lib/content/document-schema";
import { applyOperations } from "@/lib/content/operations";
import { documents } from "./arbitraries";

const before = parseDocument({
  version: 1,
  meta: { subject: "S", preheader: "", language: "en", theme: { palette: "indigo", typeface: "modern" } },
  blocks: [
    { id: "a", type: "text", content: [{ type: "text", text: "A" }] },
    { id: "b", type: "divider" },
    {
      id: "c",
      type: "columns",
      columns: [
        { id: "c1", blocks: [] },
        { id: "c2", blocks: [] },
      ],
    },
  ],
});

describe("comparing and describing documents", () => {
  test("names what is new or different, not what moved or stayed", () => {
    const { document } = applyOperations(before, [
      { type: "update", id: "a", patch: { style: "lead" } },
      { type: "move", id: "b", afterId: "c" },
      {
        type: "insert",
        block: { id: "n", type: "button", label: "Go", href: "" },
        afterId: null,
        columnId: "c2",
      },
    ]);
    expect(changedBlockIds(before, document)).toEqual(["a", "n"]);
  });

  test("a document does not differ from a copy of itself, and from an empty one in every block", () => {
    fc.assert(
      fc.property(documents, (document) => {
        expect(changedBlockIds(document, structuredClone(document))).toEqual([]);
        expect(changedBlockIds({ ...document, blocks: [] }, document)).toEqual(
          Array.from(walkBlocks(document.blocks), (block) => block.id),
        );
      }),
    );
  });

  test("the outline has one line for each block, whatever the words hold", () => {
    fc.assert(
      fc.property(documents, (document) => {
        const outline = describeDocument(document).split("\n");
        const columns = document.blocks.flatMap((block) => (block.type === "columns" ? block.columns : []));
        expect(outline).toHaveLength(4 + Array.from(walkBlocks(document.blocks)).length + columns.length);
        for (const block of walkBlocks(document.blocks)) {
          expect(outline.some((line) => line.trimStart().startsWith(`- ${block.id} ${block.type}`))).toBe(
            true,
          );
        }
      }),
    );
  });
});
