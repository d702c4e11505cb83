import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { Finding } from "./finding";

/** Every text stands in every language: the same files, the same keys, the same places to fill. */
export function checkMessages(root: string): Finding[] {
  const folder = path.join(root, "messages");
  if (!existsSync(folder)) return [];
  const languages = readdirSync(folder);
  const texts = new Map(languages.map((language) => [language, readTexts(path.join(folder, language))]));
  const everywhere = new Set([...texts.values()].flatMap((known) => [...known.keys()]));
  return [...everywhere].flatMap((key) => {
    const missing = languages.filter((language) => !texts.get(language)?.has(key));
    if (missing.length > 0) {
      return missing.map((language) => ({
        rule: "messages",
        place: `messages/${language}`,
        text: `${key} is missing`,
      }));
    }
    const places = new Set(languages.map((language) => placesIn(texts.get(language)?.get(key) ?? "")));
    return places.size > 1
      ? [
          {
            rule: "messages",
            place: "messages",
            text: `${key} has different places to fill in different languages`,
          },
        ]
      : [];
  });
}

function readTexts(folder: string): Map<string, string> {
  const texts = new Map<string, string>();
  for (const file of readdirSync(folder).filter((name) => name.endsWith(".json"))) {
    collect(JSON.parse(readFileSync(path.join(folder, file), "utf8")), path.basename(file, ".json"), texts);
  }
  return texts;
}

function collect(value: unknown, key: string, into: Map<string, string>): void {
  if (typeof value === "object" && value !== null) {
    for (const [name, inner] of Object.entries(value)) collect(inner, `${key}.${name}`, into);
  } else {
    into.set(key, String(value));
  }
}

/** The names of a message's arguments (ICU), without the words of its plural and select branches. */
function placesIn(text: string): string {
  const names = new Set<string>();
  readMessage(text, 0, names);
  return [...names].sort().join(" ");
}

/** Reads text up to the brace that closes it; returns where it stopped. */
function readMessage(text: string, from: number, names: Set<string>): number {
  let at = from;
  while (at < text.length && text[at] !== "}") {
    at = text[at] === "{" ? readArgument(text, at + 1, names) : at + 1;
  }
  return at;
}

/** `name}`, `name, type, style}` or `name, plural, one {message} other {message}}`. */
function readArgument(text: string, from: number, names: Set<string>): number {
  const name = /^\s*(\w+)\s*/.exec(text.slice(from));
  if (name?.[1]) names.add(name[1]);
  let at = from;
  while (at < text.length && text[at] !== "}") {
    at = text[at] === "{" ? readMessage(text, at + 1, names) + 1 : at + 1;
  }
  return at + 1;
}
