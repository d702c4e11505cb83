import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { pourDocument } from "@/lib/composer/pour-rules";
import { draftFromBlock } from "@/lib/composer/tools/block-draft";
import { writeOperations } from "@/lib/composer/tools/write-operations";
import { parseDocument, walkBlocks } from "@/lib/content/document-schema";
import { documentToMarkdown } from "@/lib/content/markdown";
import { applyOperations } from "@/lib/content/operations";
import { operationsBetween } from "@/lib/newsletters/replace-rules";
import { getTemplate } from "@/lib/templates/get-template";
import { listTemplates } from "@/lib/templates/list-templates";
import { documents as anyDocument } from "../content/arbitraries";

const anyTemplate = fc.constantFrom(
  ...listTemplates("en").flatMap(({ slug }) => [
    getTemplate(slug, "en").document,
    getTemplate(slug, "pt").document,
  ]),
);

describe("putting words on another template", () => {
  it("yields a valid document that holds every word and link there was", () => {
    fc.assert(
      fc.property(anyTemplate, anyDocument, (template, source) => {
        const poured = pourDocument(template, source);
        parseDocument(poured);
        expect(poured.meta).toEqual({ ...source.meta, theme: template.meta.theme });
        for (const block of walkBlocks(source.blocks)) {
          if (["divider", "spacer", "columns"].includes(block.type)) continue;
          if (block.type === "image" && block.src.startsWith("/templates/")) continue;
          const kept = poured.blocks.find((candidate) => candidate.id === block.id);
          const words = (of: typeof block) =>
            documentToMarkdown({ ...source, blocks: [of] }).replace(/^#+ /gm, "");
          expect(kept && words(kept)).toBe(words(block));
        }
      }),
      { numRuns: 60 },
    );
  });

  it("changes nothing when it is done twice", () => {
    fc.assert(
      fc.property(anyTemplate, anyTemplate, (template, source) => {
        const once = pourDocument(template, source);
        expect(documentToMarkdown(pourDocument(template, once))).toBe(documentToMarkdown(once));
      }),
    );
  });
});

describe("replacing a document", () => {
  it("is done by operations that lead exactly there, and back", () => {
    fc.assert(
      fc.property(anyDocument, anyDocument, (before, after) => {
        const { document, inverse } = applyOperations(before, operationsBetween(before, after));
        expect(document).toEqual(after);
        expect(applyOperations(document, inverse).document).toEqual(before);
      }),
      { numRuns: 60 },
    );
  });
});

describe("writing blocks", () => {
  it("puts them in the given order, rewrites those that are named, and adds the others", () => {
    const { document } = getTemplate("event", "en");
    const drafts = [
      { id: "headline", type: "heading" as const, text: "New head", level: 1 as const },
      { type: "text" as const, text: "A paragraph in **bold**" },
      { id: "mine", type: "button" as const, label: "Go", href: "https://example.org" },
    ];
    const { operations, ids } = writeOperations(document, drafts, "masthead");
    const changed = applyOperations(document, operations).document;
    expect(changed.blocks.slice(0, 4).map((block) => block.id)).toEqual(["masthead", ...ids]);
    expect(ids[0]).toBe("headline");
    expect(ids[2]).toBe("mine");
    expect(changed.blocks).toHaveLength(document.blocks.length + 2);
  });

  it("puts another kind of block where the old one stood", () => {
    const { document } = getTemplate("event", "en");
    const at = document.blocks.findIndex((block) => block.id === "body");
    const { operations } = writeOperations(document, [{ id: "body", type: "quote", text: "Said once" }]);
    const changed = applyOperations(document, operations).document;
    expect(changed.blocks[at]?.type).toBe("quote");
    expect(changed.blocks).toHaveLength(document.blocks.length);
  });

  it("writes what a draft of a block says, again", () => {
    const { document } = getTemplate("announcement", "pt");
    let changed = document;
    for (const block of document.blocks) {
      const draft = draftFromBlock(block);
      if (draft) changed = applyOperations(changed, writeOperations(changed, [draft]).operations).document;
    }
    expect(documentToMarkdown(changed)).toBe(documentToMarkdown(document));
  });
});
