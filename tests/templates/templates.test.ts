import { readFile, stat } from "node:fs/promises";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { fillMergeTags } from "@/emails/newsletter/fill-merge-tags";
import { renderNewsletter } from "@/emails/newsletter/render-newsletter";
import { checkDocument } from "@/lib/content/check-document";
import { documentSchema, walkBlocks } from "@/lib/content/document-schema";
import { getTemplate } from "@/lib/templates/get-template";
import { listTemplates } from "@/lib/templates/list-templates";

const cases = (["en", "pt"] as const).flatMap((locale) =>
  listTemplates(locale).map(({ slug }) => [slug, locale] as const),
);

describe("templates", () => {
  test("four of them, in both languages, under the same names", () => {
    expect(listTemplates("en").map(({ slug }) => slug)).toEqual([
      "announcement",
      "digest",
      "event",
      "letter",
    ]);
    expect(listTemplates("pt").map(({ slug }) => slug)).toEqual(listTemplates("en").map(({ slug }) => slug));
  });

  test.each(cases)(
    "%s (%s) is a valid newsletter that needs nothing but its own addresses",
    async (slug, locale) => {
      const { document } = getTemplate(slug, locale);
      expect(documentSchema.parse(document)).toEqual(document);
      expect(document.meta.language).toBe(locale);
      const rendered = await renderNewsletter(document, {
        mode: "message",
        links: {
          unsubscribe: "https://g.test/u",
          preferences: "https://g.test/p",
          webView: "https://g.test/w",
        },
        postalAddress: "Rua do Ouro 5",
        workspaceName: "Prelo",
        assetBase: "https://g.test",
      });
      const found = checkDocument(document, { bytes: rendered.bytes, postalAddress: "Rua do Ouro 5" });
      expect(found.filter((finding) => finding.code !== "link_placeholder")).toEqual([]);
      expect(rendered.bytes).toBeLessThan(25_000);
      expect(fillMergeTags(rendered, {}).text).toContain(document.meta.subject.slice(0, 8));
    },
  );

  test.each(cases)("%s (%s) has its pictures, small, with the proportions it says", async (slug, locale) => {
    const { document, thumbnail } = getTemplate(slug, locale);
    const pictures = [...walkBlocks(document.blocks)].filter((block) => block.type === "image");
    expect(pictures.length).toBeGreaterThan(0);
    for (const picture of pictures) {
      const size = await sizeOf(picture.src);
      expect(size.bytes).toBeLessThan(60_000);
      expect([size.width, size.height]).toEqual([picture.width * 2, (picture.height ?? 0) * 2]);
    }
    expect((await sizeOf(thumbnail)).bytes).toBeLessThan(60_000);
  });

  test.each(cases)("%s (%s) says which blocks to fill for another occasion", (slug, locale) => {
    const roles = [...walkBlocks(getTemplate(slug, locale).document.blocks)].map((block) => block.role);
    expect(roles).toEqual(expect.arrayContaining(["headline", "lead", "body", "closing", "footer"]));
  });

  test("one person's changes do not reach the next", () => {
    getTemplate("letter", "en").document.blocks.pop();
    expect(getTemplate("letter", "en").document.blocks.at(-1)?.type).toBe("footer");
  });

  test("an unknown name is not found", () => {
    expect(() => getTemplate("nope", "en")).toThrow(expect.objectContaining({ code: "not_found" }));
  });
});

async function sizeOf(src: string): Promise<{ bytes: number; width: number; height: number }> {
  const file = path.join("public", src);
  const header = await readFile(file);
  return { bytes: (await stat(file)).size, width: header.readUInt32BE(16), height: header.readUInt32BE(20) };
}
