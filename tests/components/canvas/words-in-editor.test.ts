import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { placeOperation } from "@/components/canvas/place-operation";
import { fromEditor, toEditor } from "@/components/canvas/words-in-editor";
import { emptyDocument, type NewsletterDocument } from "@/lib/content/document-schema";
import { inlineFromText, normaliseInline } from "@/lib/content/inline-schema";
import { applyOperation } from "@/lib/content/operations";
import { inlines } from "../../content/arbitraries";

describe("words under the cursor", () => {
  it("come back from the editor as they went in", () => {
    fc.assert(
      fc.property(inlines, (runs) => {
        const before = normaliseInline(runs).filter((run) => run.type !== "merge");
        expect(fromEditor(toEditor(before))).toEqual(normaliseInline(before));
      }),
    );
  });

  it("show merge tags as they are written and read them back", () => {
    const runs = inlineFromText("Dear {{firstName|friend}}, hello");
    expect(
      toEditor(runs)
        .content?.[0]?.content?.map((node) => node.text)
        .join(""),
    ).toBe("Dear {{firstName|friend}}, hello");
    expect(fromEditor(toEditor(runs))).toEqual(runs);
  });

  it("lose a link that a newsletter may not have, and keep its words", () => {
    const marks = [{ type: "link", attrs: { href: "javascript:alert(1)" } }];
    const content = [{ type: "paragraph", content: [{ type: "text", text: "Click", marks }] }];
    expect(fromEditor({ type: "doc", content })).toEqual([{ type: "text", text: "Click" }]);
  });
});

describe("the operation for a place on the paper", () => {
  const document: NewsletterDocument = {
    ...emptyDocument(),
    blocks: [
      { id: "list", type: "list", ordered: false, items: [inlineFromText("One"), inlineFromText("Two")] },
      { id: "event", type: "event", facts: [{ kind: "date", label: "When", value: "May" }] },
    ],
  };

  it("changes only that item, label or line", () => {
    const items = placeOperation(document, { blockId: "list", field: "items.1" }, inlineFromText("Three"));
    const facts = placeOperation(document, { blockId: "event", field: "facts.0.value" }, "June");
    if (!items || !facts) throw new Error("no operation");
    const changed = applyOperation(applyOperation(document, items).document, facts).document;
    expect(changed.blocks).toEqual([
      { id: "list", type: "list", ordered: false, items: [inlineFromText("One"), inlineFromText("Three")] },
      { id: "event", type: "event", facts: [{ kind: "date", label: "When", value: "June" }] },
    ]);
  });

  it("is none when the block is gone", () => {
    expect(placeOperation(document, { blockId: "nobody", field: "content" }, [])).toBeNull();
  });
});
