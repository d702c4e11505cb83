import { readFileSync } from "node:fs";
import path from "node:path";
import type { Finding } from "./finding";
import { listFiles } from "./source-files";

const longestFile = 400;
const code = /\.(ts|tsx|mts|mjs)$/;
const product = /^(app|components|lib|emails|i18n)\//;
const environmentReader = "lib/platform/env.ts";
/** An id holds the real time, also where a test has stopped the clock. */
const clockReaders = ["lib/platform/clock.ts", "lib/platform/ids.ts"];
const nameless = /(^|\/)(utils?|helpers?|misc|common)(\/|\.[a-z]+$)/;

/** What no import graph shows: who reads the environment and the clock, names without meaning, barrels, long files. */
export function checkText(root: string): Finding[] {
  return listFiles(root)
    .filter((file) => code.test(file) && !file.endsWith(".d.ts"))
    .flatMap((file) => {
      const text = readFileSync(path.join(root, file), "utf8");
      return [...checkName(file, text), ...checkLines(file, text)];
    });
}

function checkName(file: string, text: string): Finding[] {
  const findings: Finding[] = [];
  const lines = text.split("\n").length - 1;
  if (lines > longestFile) {
    findings.push({ rule: "long-file", place: file, text: `${lines} lines; ${longestFile} are the most` });
  }
  if (nameless.test(file)) {
    findings.push({
      rule: "nameless",
      place: file,
      text: "say what lives here instead of utils, helpers, misc, common",
    });
  }
  if (/-service\.tsx?$/.test(file)) {
    findings.push({ rule: "nameless", place: file, text: "name the verb instead of a service" });
  }
  if (/^(lib|components|emails)\/(.*\/)?index\.tsx?$/.test(file)) {
    findings.push({ rule: "barrel", place: file, text: "import from the file that defines it" });
  }
  return findings;
}

const linePatterns: { rule: string; pattern: RegExp; text: string; allowed: (file: string) => boolean }[] = [
  {
    rule: "environment",
    pattern: /\bprocess\.env\b/,
    text: "only lib/platform/env.ts reads process.env",
    allowed: (file) => !product.test(file) || file === environmentReader,
  },
  {
    rule: "clock",
    pattern: /\bnew Date\(\)|\bDate\.now\(\)/,
    text: "ask now() of lib/platform/clock.ts",
    allowed: (file) => !file.startsWith("lib/") || clockReaders.includes(file),
  },
  {
    rule: "switched-off",
    pattern: /@ts-(ignore|expect-error|nocheck)|\b(biome|eslint)-(ignore|disable)/,
    text: "mend it instead of switching the check off",
    allowed: (file) => file.startsWith("scripts/house/") || file === "tests/architecture.test.ts",
  },
];

function checkLines(file: string, text: string): Finding[] {
  const rules = linePatterns.filter((rule) => !rule.allowed(file) && rule.pattern.test(text));
  if (rules.length === 0) return [];
  return text
    .split("\n")
    .flatMap((line, index) =>
      rules
        .filter((rule) => rule.pattern.test(line) && !/^\s*(\*|\/\/|\/\*)/.test(line))
        .map((rule) => ({ rule: rule.rule, place: `${file}:${index + 1}`, text: rule.text })),
    );
}
