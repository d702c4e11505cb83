import fc from "fast-check";
import type { Block, ColumnBlock, Inline, NewsletterDocument } from "@/lib/content/document-schema";
import { parseDocument } from "@/lib/content/document-schema";
import { paletteNames, typefaceNames } from "@/lib/content/theme";

/** Strings that have broken mail programs and templating before, mixed with ordinary and random ones. */
export const hostileText = fc.oneof(
  fc.constantFrom(
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "</td></table><style>*{display:none}</style>",
    "{{firstName|there}}",
    "{{",
    "}}{{a|b}}",
    "{{lastName}}",
    "A\r\nBcc: victim@example.com",
    "\u0000\u0008\u001B[31m",
    "\uE0F0hm0\uE0F1",
    "\u202Egnp.exe",
    "שלום עולם",
    "👩‍👩‍👧‍👦 🏳️‍🌈",
    "\uD800 lone",
    "lone \uDC00",
    "&lt;b&gt; &amp; &#x3c;",
    'O\'Brien "The Pen" <o@b.ie>',
    "**not bold** _nor italic_ [no](javascript:alert(1))",
    "`code` \\ ~~x~~",
    "x\u2028y\u2029z\u0085w",
    " ",
    "",
    "=?utf-8?B?PHNjcmlwdD4=?=",
    "$& $1 $` $'",
  ),
  fc.string({ maxLength: 30, unit: "grapheme" }),
  fc.string({ maxLength: 30, unit: "binary" }),
  fc.lorem({ maxCount: 8 }),
);

const href = fc.constantFrom(
  "https://galley.example/a?b=1&c=2",
  "http://localhost:3000/x",
  "mailto:desk@galley.example",
  "tel:+351210000000",
  "https://galley.example/hi?n={{firstName|friend}}#x",
);
const mark = fc.constantFrom<true | undefined>(true, undefined);
const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });

export const inlines: fc.Arbitrary<Inline[]> = fc.array(
  fc.oneof(
    fc.record({
      type: fc.constant("text" as const),
      text: hostileText,
      bold: mark,
      italic: mark,
      href: optional(href),
    }),
    fc.record({ type: fc.constant("text" as const), text: hostileText, code: mark }),
    fc.record({
      type: fc.constant("merge" as const),
      field: fc.constantFrom("firstName", "lastName", "company"),
      fallback: hostileText,
      bold: mark,
    }),
    fc.constant({ type: "break" as const }),
  ),
  { maxLength: 6 },
);

const anyId = fc.stringMatching(/^[a-z0-9_-]{6,12}$/);
const role = optional(fc.constantFrom("headline" as const, "lead" as const, "cta" as const));

export const columnBlocks: fc.Arbitrary<ColumnBlock> = fc.oneof(
  fc.record({
    id: anyId,
    role,
    type: fc.constant("heading" as const),
    level: fc.constantFrom(1 as const, 2 as const, 3 as const),
    content: inlines,
  }),
  fc.record({
    id: anyId,
    role,
    type: fc.constant("text" as const),
    style: optional(fc.constantFrom("body" as const, "lead" as const, "small" as const, "kicker" as const)),
    content: inlines,
  }),
  fc.record({
    id: anyId,
    role,
    type: fc.constant("image" as const),
    src: fc.constantFrom("/templates/x.png", "https://galley.example/y.jpg", ""),
    alt: hostileText,
    width: fc.integer({ min: 1, max: 2000 }),
    height: optional(fc.integer({ min: 1, max: 2000 })),
    href: optional(href),
    caption: optional(inlines),
  }),
  fc.record({ id: anyId, role, type: fc.constant("button" as const), label: hostileText, href }),
);

/** As they come out of JSON: an absent field has no key. */
export const blocks: fc.Arbitrary<Block> = fc
  .oneof(
    { weight: 4, arbitrary: columnBlocks },
    fc.record({
      id: anyId,
      type: fc.constant("columns" as const),
      columns: fc.array(fc.record({ id: anyId, blocks: fc.array(columnBlocks, { maxLength: 3 }) }), {
        minLength: 2,
        maxLength: 3,
      }),
    }),
    fc.record({
      id: anyId,
      type: fc.constant("masthead" as const),
      title: hostileText,
      note: optional(hostileText),
    }),
    fc.record({ id: anyId, type: fc.constant("divider" as const) }),
    fc.record({ id: anyId, type: fc.constant("spacer" as const), size: fc.constant("small" as const) }),
    fc.record({
      id: anyId,
      type: fc.constant("quote" as const),
      content: inlines,
      attribution: optional(hostileText),
    }),
    fc.record({
      id: anyId,
      type: fc.constant("list" as const),
      ordered: fc.boolean(),
      items: fc.array(inlines, { maxLength: 4 }),
    }),
    fc.record({ id: anyId, type: fc.constant("code" as const), code: hostileText }),
    fc.record({
      id: anyId,
      type: fc.constant("event" as const),
      title: optional(hostileText),
      facts: fc.array(
        fc.record({
          kind: fc.constantFrom("date" as const, "price" as const),
          label: hostileText,
          value: hostileText,
        }),
        { maxLength: 4 },
      ),
    }),
    fc.record({
      id: anyId,
      type: fc.constant("social" as const),
      links: fc.array(
        fc.record({
          network: fc.constantFrom("github" as const, "x" as const),
          url: fc.constant("https://x.example/a"),
        }),
        { maxLength: 3 },
      ),
    }),
    fc.record({ id: anyId, type: fc.constant("footer" as const), note: optional(inlines) }),
  )
  .map((block) => JSON.parse(JSON.stringify(block)));

/** Parsed, so canonical: what the database and every operation hold. */
export const documents: fc.Arbitrary<NewsletterDocument> = fc
  .record({
    version: fc.constant(1 as const),
    meta: fc.record({
      subject: hostileText,
      preheader: hostileText,
      language: fc.constantFrom("en" as const, "pt" as const),
      theme: fc.record({
        palette: fc.constantFrom(...paletteNames),
        typeface: fc.constantFrom(...typefaceNames),
      }),
    }),
    blocks: fc.array(blocks, { maxLength: 8 }),
  })
  .map((document) => parseDocument({ ...document, blocks: withOwnIds(document.blocks) }));

function withOwnIds(list: Block[]): Block[] {
  let count = 0;
  const next = () => {
    count += 1;
    return `id_${count}`;
  };
  return list.map((block) => {
    if (block.type !== "columns") return { ...block, id: next() };
    const id = next();
    const columns = block.columns.map((column) => ({
      id: next(),
      blocks: column.blocks.map((inner) => ({ ...inner, id: next() })),
    }));
    return { ...block, id, columns };
  });
}
