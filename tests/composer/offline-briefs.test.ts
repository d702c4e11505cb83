import { describe, expect, it } from "vitest";
import { shownText } from "@/lib/composer/offline/compose";
import { checkDocument } from "@/lib/content/check-document";
import { type NewsletterDocument, parseDocument, walkBlocks } from "@/lib/content/document-schema";
import { documentToMarkdown } from "@/lib/content/markdown";
import { getTemplate } from "@/lib/templates/get-template";
import { listTemplates } from "@/lib/templates/list-templates";
import { briefs } from "./briefs";
import { newDesk, tell } from "./offline-desk";

const placeholder =
  /lorem|ipsum|\[[^\]]*(?:insert|your|date|name|link)[^\]]*\]\s*(?!\()|\bTBD\b|\bTBA\b|XXX|example text|placeholder/i;

describe("a first draft keeps what the brief says", () => {
  it.each(briefs)("$name", async (expected) => {
    const desk = await tell(newDesk(), expected.brief, expected.language);
    expect(desk.said).toMatch(/not a language model|não um modelo de linguagem/);
    if (expected.asks) {
      expect(desk.document).toBeNull();
      expect(desk.said.match(/\?/g)).toHaveLength(1);
      return;
    }
    const document = parseDocument(desk.document);
    const shown = shownText(document);
    for (const fact of expected.keeps) expect(shown).toContain(fact.toLowerCase());
    for (const link of expected.links ?? [])
      expect(addresses(document).map((url) => url.toLowerCase())).toContain(link.toLowerCase());
    for (const words of expected.drops ?? []) expect(shown).not.toContain(words.toLowerCase());
    if (expected.subject) expect(document.meta.subject).toMatch(expected.subject);
    expect(document.meta.subject.length).toBeGreaterThan(0);
    expect(document.meta.language).toBe(expected.language);
    expect(shown).not.toMatch(placeholder);
    expect(checkDocument(document).filter((finding) => finding.severity === "error")).toEqual([]);
    expect(leftFromTemplates(document)).toEqual([]);
  });
});

describe("a draft adds nothing of its own", () => {
  it("holds no number that the brief does not hold", async () => {
    for (const { brief, asks, language } of briefs) {
      if (asks) continue;
      const desk = await tell(newDesk(), brief, language);
      const numbers = shownText(parseDocument(desk.document)).match(/\d+/g) ?? [];
      // Pictures that came with the template are named by their file.
      const given = `${brief} ${addresses(parseDocument(desk.document)).join(" ")}`;
      for (const number of numbers) expect(given).toContain(number);
    }
  });
});

/** Every address that a reader can follow. */
function addresses(document: NewsletterDocument): string[] {
  const found: string[] = [];
  const look = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(look);
    else if (typeof value === "object" && value !== null) {
      for (const [key, inner] of Object.entries(value)) {
        if (key === "href" && typeof inner === "string") found.push(inner);
        else look(inner);
      }
    }
  };
  look(document.blocks);
  return found;
}

/** Example words of any template that are still on the paper. */
function leftFromTemplates(document: NewsletterDocument): string[] {
  const examples = new Set(
    listTemplates("en").flatMap(({ slug }) =>
      (["en", "pt"] as const).flatMap((locale) => wordsOfBlocks(getTemplate(slug, locale).document)),
    ),
  );
  return wordsOfBlocks(document).filter((words) => examples.has(words));
}

function wordsOfBlocks(document: NewsletterDocument): string[] {
  return [...walkBlocks(document.blocks)]
    .filter((block) => !["image", "divider", "spacer", "columns"].includes(block.type))
    .map((block) => documentToMarkdown({ ...document, blocks: [block] }).trim())
    .filter((words) => words.length > 12);
}
