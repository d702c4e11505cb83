import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { isTimeZone, localeFromHeader } from "@/i18n/locales";

type Texts = { [key: string]: string | Texts };

const areas = areasOf("en");

describe("the texts", () => {
  it("have the same areas in every language, each typed in i18n/messages.d.ts", () => {
    expect(areasOf("pt")).toEqual(areas);
    const types = readFileSync("i18n/messages.d.ts", "utf8");
    for (const area of areas) expect(types).toContain(`messages/en/${area}.json`);
  });

  it.each(areas)("%s: the same keys, placeholders and tags in English and Portuguese", (area) => {
    const [english, portuguese] = [flat(read("en", area)), flat(read("pt", area))];
    expect(Object.keys(portuguese).sort()).toEqual(Object.keys(english).sort());
    for (const [key, text] of Object.entries(english)) {
      expect(slots(portuguese[key] ?? ""), `${area}.${key}`).toEqual(slots(text));
    }
  });

  it.each(areas)("%s: no text is empty or exclaims", (area) => {
    for (const locale of ["en", "pt"]) {
      for (const [key, text] of Object.entries(flat(read(locale, area)))) {
        expect(text.trim(), `${locale}/${area}.${key}`).not.toBe("");
        expect(text, `${locale}/${area}.${key}`).not.toContain("!");
      }
    }
  });
});

describe("the language of a request", () => {
  it("is the browser's best one that Galley speaks, else English", () => {
    expect(localeFromHeader("pt-BR,pt;q=0.9,en;q=0.8")).toBe("pt");
    expect(localeFromHeader("de-DE,en;q=0.5,pt;q=0.7")).toBe("pt");
    expect(localeFromHeader("pt;q=0,en")).toBe("en");
    expect(localeFromHeader("de, fr")).toBe("en");
    expect(localeFromHeader(null)).toBe("en");
    expect(localeFromHeader(";;,q=,")).toBe("en");
  });

  it("takes a time zone only when it exists", () => {
    expect(isTimeZone("America/Sao_Paulo")).toBe(true);
    expect(isTimeZone("Mars/Olympus")).toBe(false);
    expect(isTimeZone("")).toBe(false);
    expect(isTimeZone(undefined)).toBe(false);
  });
});

function areasOf(locale: string): string[] {
  return readdirSync(`messages/${locale}`)
    .filter((file) => file.endsWith(".json"))
    .map((file) => file.replace(/\.json$/u, ""))
    .sort();
}

function read(locale: string, area: string): Texts {
  return JSON.parse(readFileSync(`messages/${locale}/${area}.json`, "utf8"));
}

function flat(texts: Texts, prefix = ""): Record<string, string> {
  return Object.fromEntries(
    Object.entries(texts).flatMap(([key, value]) =>
      typeof value === "string"
        ? [[`${prefix}${key}`, value]]
        : Object.entries(flat(value, `${prefix}${key}.`)),
    ),
  );
}

/** Names of arguments (`{count, plural, …}` → count; not a branch's text) and of rich-text tags, once each. */
function slots(text: string): string[] {
  const names = [
    ...text.matchAll(/(?<!(?:zero|one|two|few|many|other|=\d+)\s*)\{\s*(\w+)\s*[,}]/gu),
    ...text.matchAll(/<(\w+)>/gu),
  ].map((match) => match[1]);
  return [...new Set(names.filter((name) => name !== undefined))].sort();
}
