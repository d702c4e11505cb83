import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { documentSchema, type Inline } from "@/lib/content/document-schema";
import { inlineListSchema, plainText } from "@/lib/content/inline-schema";
import {
  documentFromMarkdown,
  documentToMarkdown,
  inlineFromMarkdown,
  inlineToMarkdown,
} from "@/lib/content/markdown";
import { documents, inlines } from "./arbitraries";

const markdown = `# Autumn **workshop**

Dear {{firstName|reader}}, join us on _12 October_ at [Rua do Ouro 5](https://galley.example/map).

![A press](https://galley.example/press.jpg)

- one
- two with \`code\`

> Print is a promise.
> — Ana Reis

---

| Seat | Price |
| --- | --- |
| Bench | €40 |

\`\`\`ts
const {{a}} = "<b>";
\`\`\`

<script>alert(1)</script>

[bad](javascript:alert(1)) and [worse](data:text/html,x)
`;

describe("Markdown", () => {
  test("rich text survives being written as Markdown and read again", () => {
    fc.assert(
      fc.property(inlines, (runs) => {
        const canonical = trimBreaks(inlineListSchema.parse(runs));
        expect(inlineFromMarkdown(inlineToMarkdown(canonical))).toStrictEqual(canonical);
      }),
      { numRuns: 3000 },
    );
  });

  test("reads what people write into typed blocks", () => {
    const document = documentFromMarkdown(markdown, { subject: "Hello" });
    expect(document.blocks.map((block) => block.type)).toEqual([
      "heading",
      "text",
      "image",
      "list",
      "quote",
      "divider",
      "list",
      "code",
      "text",
      "text",
      "footer",
    ]);
    expect(document.blocks[1]).toMatchObject({
      content: [
        { type: "text", text: "Dear " },
        { type: "merge", field: "firstName", fallback: "reader" },
        { type: "text", text: ", join us on " },
        { type: "text", text: "12 October", italic: true },
        { type: "text", text: " at " },
        { type: "text", text: "Rua do Ouro 5", href: "https://galley.example/map" },
        { type: "text", text: "." },
      ],
    });
    expect(document.blocks[4]).toMatchObject({ attribution: "Ana Reis" });
    expect(document.blocks[6]).toMatchObject({
      items: [[{ text: "Seat · Price" }], [{ text: "Bench · €40" }]],
    });
  });

  test("HTML stays the text that was typed and unsafe links keep only their words", () => {
    const [html, links] = documentFromMarkdown(markdown, { subject: "" }).blocks.slice(8, 10);
    expect(html).toMatchObject({ content: [{ type: "text", text: "<script>alert(1)</script>" }] });
    expect(links).toMatchObject({ content: [{ type: "text", text: "bad and worse" }] });
  });

  test("any text at all becomes a valid document, or is refused with a ContentError", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "binary", maxLength: 300 }),
        fc.string({ maxLength: 50 }),
        (text, subject) => {
          const document = documentFromMarkdown(text, { subject });
          expect(documentSchema.parse(document)).toStrictEqual(document);
        },
      ),
    );
    expect(() => documentFromMarkdown("x".repeat(200_000), { subject: "" })).toThrow(
      expect.objectContaining({ code: "too_long" }),
    );
  });

  test("a document's Markdown reads as a document again", () => {
    fc.assert(
      fc.property(documents, (document) => {
        const again = documentFromMarkdown(documentToMarkdown(document), document.meta);
        expect(documentSchema.parse(again)).toStrictEqual(again);
      }),
    );
  });

  test("plain text of rich text names merge tags as they are typed", () => {
    expect(plainText(inlineFromMarkdown("Hi {{ firstName | you }}!"))).toBe("Hi {{firstName|you}}!");
  });
});

function trimBreaks(runs: Inline[]): Inline[] {
  const first = runs.findIndex((run) => run.type !== "break");
  const last = runs.findLastIndex((run) => run.type !== "break");
  return first < 0 ? [] : runs.slice(first, last + 1);
}
