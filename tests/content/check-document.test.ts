import { describe, expect, test } from "vitest";
import { checkDocument, type DocumentFindingCode } from "@/lib/content/check-document";
import { type Block, parseDocument } from "@/lib/content/document-schema";
import { applyOperations } from "@/lib/content/operations";

const body: Block = { id: "t", type: "text", content: [{ type: "text", text: "News" }] };
const footer: Block = { id: "f", type: "footer" };

function givenDocument(blocks: unknown[] = [body, footer], meta: object = {}) {
  const theme = { palette: "indigo", typeface: "editorial" };
  return parseDocument({
    version: 1,
    meta: { subject: "The studio has moved", preheader: "Come and see", language: "en", theme, ...meta },
    blocks,
  });
}

function codesOf(...input: Parameters<typeof checkDocument>): [DocumentFindingCode, string][] {
  return checkDocument(...input).map(({ code, severity }) => [code, severity]);
}

describe("the check of a newsletter's content", () => {
  test("finds nothing in a sound newsletter", () => {
    expect(checkDocument(givenDocument(), { bytes: 20_000, postalAddress: "Rua do Ouro 5" })).toEqual([]);
  });

  test.each<[string, object, [DocumentFindingCode, string][]]>([
    ["no subject", { subject: " " }, [["subject_missing", "error"]]],
    [
      "a subject that is nothing but an unfilled field",
      { subject: "{{firstName}}" },
      [
        ["subject_missing", "error"],
        ["merge_without_fallback", "warning"],
      ],
    ],
    ["a long subject", { subject: "word ".repeat(16) }, [["subject_long", "warning"]]],
    ["a shouting subject", { subject: "OPEN HOUSE 2027" }, [["subject_shouting", "warning"]]],
    ["a spammy subject", { subject: "Act now, seats are free" }, [["subject_spammy", "warning"]]],
    ["a spammy subject in Portuguese", { subject: "Clique aqui!!!" }, [["subject_spammy", "warning"]]],
    ["no preheader", { preheader: "" }, [["preheader_missing", "warning"]]],
    [
      "pale colours",
      { theme: { palette: "ink", typeface: "modern", colors: { accent: "#ffe08a" } } },
      [["contrast_low", "warning"]],
    ],
  ])("reports %s", (_name, meta, expected) => {
    expect(codesOf(givenDocument(undefined, meta))).toEqual(expected);
  });

  test.each<[string, unknown, [DocumentFindingCode, string][]]>([
    [
      "a picture without words",
      { type: "image", src: "/a.png", alt: "", width: 10 },
      [["alt_missing", "warning"]],
    ],
    [
      "a picture without a file",
      { type: "image", src: "", alt: "", width: 10 },
      [["picture_missing", "warning"]],
    ],
    ["a button that leads nowhere", { type: "button", label: "Go", href: "#" }, [["link_missing", "error"]]],
    [
      "a button without words",
      { type: "button", label: " ", href: "https://galley.dev" },
      [["label_missing", "error"]],
    ],
    [
      "an example address",
      { type: "button", label: "Go", href: "https://www.example.com/x" },
      [["link_placeholder", "warning"]],
    ],
    [
      "a field without a fallback",
      { type: "heading", level: 1, content: [{ type: "merge", field: "city", fallback: "" }] },
      [["merge_without_fallback", "warning"]],
    ],
  ])("reports %s with its block", (_name, block, expected) => {
    const document = givenDocument([body, { id: "x", ...(block as object) }, footer]);
    expect(codesOf(document)).toEqual(expected);
    expect(checkDocument(document).map((finding) => finding.blockId)).toEqual(["x"]);
  });

  test("reports a missing way out, and its fix mends it", () => {
    const document = givenDocument([body]);
    const [finding] = checkDocument(document);
    expect(finding).toMatchObject({ code: "unsubscribe_missing", severity: "error" });
    expect(checkDocument(applyOperations(document, finding?.fix ?? []).document)).toEqual([]);
  });

  test("reports an empty newsletter, a blank postal address and too much weight", () => {
    expect(codesOf(givenDocument([footer]), { bytes: 103_000, postalAddress: " " })).toEqual([
      ["content_missing", "error"],
      ["postal_address_missing", "error"],
      ["weight_high", "warning"],
    ]);
  });

  test("asks for no fallback where every recipient has a value", () => {
    const content = [{ type: "merge", field: "email", fallback: "" }];
    expect(checkDocument(givenDocument([{ id: "a", type: "text", content }, footer]))).toEqual([]);
  });
});
