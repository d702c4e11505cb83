import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

test("every variable that is read stands in .env.example, and nothing else does", () => {
  const source = readFileSync("lib/platform/env.ts", "utf8");
  const schema = source.slice(source.indexOf("z.object({"), source.indexOf("type ParsedEnv"));
  const read = [...schema.matchAll(/^ {2}([A-Z_]+):/gm)]
    .map((match) => match[1])
    .filter((name) => name !== "NODE_ENV");
  const [settings = ""] = readFileSync(".env.example", "utf8").split("Reserved");
  const listed = [...settings.matchAll(/^# ([A-Z_]+)=/gm)].map((match) => match[1]);
  expect(read.length).toBeGreaterThan(20);
  expect(listed.toSorted()).toEqual(read.toSorted());
});
