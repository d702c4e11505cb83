import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { safeImageUrl, safeUrl } from "@/lib/content/sanitize-url";

describe("addresses", () => {
  test.each([
    "https://galley.example",
    "http://localhost:3000/a?b=c&d=e#f",
    "https://galley.example/path_(with)_brackets",
    "mailto:desk@galley.example?subject=Hello",
    "tel:+351210000000",
    "https://galley.example/?name={{firstName|friend}}",
  ])("keeps %s as it was typed", (url) => {
    expect(safeUrl(url)).toBe(url);
  });

  test.each([
    ["www.galley.example/x", "https://www.galley.example/x"],
    [" https://galley.example ", "https://galley.example"],
    ["https://galley.example/é", "https://galley.example/%C3%A9"],
    ['https://galley.example/"<b>', "https://galley.example/%22%3Cb%3E"],
  ])("mends %s", (typed, safe) => {
    expect(safeUrl(typed)).toBe(safe);
  });

  test.each([
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "java\nscript:alert(1)",
    "java\u0000script:alert(1)",
    "data:text/html,<script>",
    "vbscript:x",
    "file:///etc/passwd",
    "//galley.example",
    "/relative",
    "https://",
    "https:///path",
    "https://user@galley.example",
    "https://user:pass@galley.example",
    "https://galley.example\\@evil.example",
    "https://galley.example@evil.example",
    "https://galley.example/a b",
    "https://galley.example/\u202Egnp",
    "https://galley.example/\u200B",
    "https://{{host|galley.example}}/",
    "{{url}}",
    "https://galley.example{{path|}}",
    "https://galley.example/{{",
    "mailto:x@y.example?body=a%0D%0ABcc:%20z@y.example",
    "mailto:nobody",
    "https://galley.example/\uD800",
    "",
  ])("refuses %j", (url) => {
    expect(safeUrl(url)).toBeNull();
  });

  test("what is accepted is accepted again unchanged, and leads to an allowed scheme", () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.webUrl({ withFragments: true, withQueryParameters: true }), fc.string()),
        (typed) => {
          const url = safeUrl(typed);
          if (url === null) return;
          expect(safeUrl(url)).toBe(url);
          expect(new URL(url).protocol).toMatch(/^(https?|mailto|tel):$/);
        },
      ),
    );
  });

  test("pictures come from the web or from a plain path of this site", () => {
    expect(safeImageUrl("/templates/coast.png")).toBe("/templates/coast.png");
    expect(safeImageUrl("https://galley.example/a.png")).toBe("https://galley.example/a.png");
    for (const src of [
      "//evil.example/a.png",
      "/../secret",
      "/a//b",
      "mailto:a@b.example",
      "data:image/png;base64,x",
      "/a b",
    ]) {
      expect(safeImageUrl(src)).toBeNull();
    }
  });
});
