import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { collectMergeTags } from "@/lib/content/collect-merge-tags";
import { documentFromMarkdown } from "@/lib/content/markdown";
import {
  cleanFallback,
  fillMergeText,
  parseMergeText,
  resolveMergeTag,
  serialiseMergeTag,
} from "@/lib/content/merge-tags";
import { hostileText } from "./arbitraries";

describe("merge tags", () => {
  test("a tag is read as it was written", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Za-z][A-Za-z0-9_.-]{0,20}$/), hostileText, (field, text) => {
        const tag = { field, fallback: cleanFallback(text) };
        expect(parseMergeText(serialiseMergeTag(tag))).toEqual([tag]);
      }),
    );
  });

  test.each(["{{", "}}", "{{}}", "{{1st}}", "{{a b}}", "{{a|b", "{a|b}", "{{a|b|c}}"])(
    "%s is only text",
    (text) => {
      expect(parseMergeText(text)).toEqual([text]);
    },
  );

  test("a blank, missing or odd field gives the fallback; a value is one clean line", () => {
    const tag = { field: "firstName", fallback: "there" };
    for (const fields of [
      {},
      { firstName: "  " },
      { firstName: null },
      { firstName: {} },
      { firstName: "\u0000" },
    ]) {
      expect(resolveMergeTag(tag, fields)).toBe("there");
    }
    expect(resolveMergeTag(tag, { firstName: " Ana\r\nMaria " })).toBe("Ana Maria");
    expect(resolveMergeTag({ field: "toString", fallback: "x" }, {})).toBe("x");
  });

  test("a value that looks like a tag is not filled again", () => {
    expect(fillMergeText("Hi {{a|x}}", { a: "{{b|y}}", b: "secret" })).toBe("Hi {{b|y}}");
  });

  test("finds the tags of subject, words and addresses", () => {
    const document = documentFromMarkdown("Hi {{a|x}} [go](<https://x.test/?b={{b|y}}>)", {
      subject: "{{c|z}}",
    });
    expect(collectMergeTags(document).map(({ field, place }) => [field, place])).toEqual([
      ["c", "subject"],
      ["a", "block"],
      ["b", "block"],
    ]);
  });
});
