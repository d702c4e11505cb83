import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import { checkImports } from "./house/check-imports";
import { checkMessages } from "./house/check-messages";
import { checkText } from "./house/check-text";

// `npm run check:house`: the rules of docs/architecture.md, each of which tests/architecture.test.ts sees fail.
const root = process.cwd();
const findings = [
  ...checkImports(root, ".dependency-cruiser.cjs"),
  ...checkText(root),
  ...checkMessages(root),
];
for (const { rule, place, text } of findings) console.error(`${place}  ${text}  [${rule}]`);

const knip: { bin: Record<string, string> } = JSON.parse(
  readFileSync("node_modules/knip/package.json", "utf8"),
);
const unused = spawnSync(
  process.execPath,
  [
    path.join("node_modules/knip", knip.bin.knip ?? ""),
    "--include=files,dependencies,unlisted,binaries,duplicates",
    "--no-progress",
    "--no-config-hints",
  ],
  { stdio: "inherit" },
);

if (findings.length > 0 || unused.status !== 0) {
  console.error(
    `The house has ${findings.length} broken rules${unused.status ? " and what knip lists above" : ""}.`,
  );
  process.exitCode = 1;
} else {
  console.log("The house stands as its plan says.");
}
