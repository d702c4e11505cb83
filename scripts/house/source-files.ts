import { readdirSync } from "node:fs";
import path from "node:path";

const skipped = new Set([
  "node_modules",
  ".next",
  ".git",
  ".data",
  "coverage",
  "test-results",
  "playwright-report",
]);

/** Every file of the repository below `folder`, as paths from `root` with forward slashes; nothing generated. */
export function listFiles(root: string, folder = ""): string[] {
  return readdirSync(path.join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const place = folder ? `${folder}/${entry.name}` : entry.name;
    if (skipped.has(entry.name) || place === "lib/platform/generated") return [];
    if (entry.isDirectory()) return listFiles(root, place);
    return entry.isFile() ? [place] : [];
  });
}
