import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import type { Messages } from "next-intl";
import { env } from "@/lib/platform/env";
import type { Locale } from "./locales";

const loaded = new Map<Locale, Promise<Messages>>();

/**
 * All texts of a language: every file of `messages/<locale>` under its own name, so that a new area is a
 * new file and nothing else. Read once per process; in development on every request.
 */
export function loadMessages(locale: Locale): Promise<Messages> {
  const known = loaded.get(locale);
  if (known) return known;
  const reading = readMessages(locale);
  if (env().NODE_ENV === "production") {
    loaded.set(locale, reading);
    reading.catch(() => loaded.delete(locale));
  }
  return reading;
}

async function readMessages(locale: Locale): Promise<Messages> {
  const folder = path.join(process.cwd(), "messages", locale);
  const files = (await readdir(folder)).filter((file) => file.endsWith(".json"));
  const areas = await Promise.all(
    files.map(async (file) => [
      path.basename(file, ".json"),
      JSON.parse(await readFile(path.join(folder, file), "utf8")),
    ]),
  );
  return Object.fromEntries(areas) as Messages;
}
