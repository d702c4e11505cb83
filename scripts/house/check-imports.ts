import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import type { Finding } from "./finding";

const cruised = [
  "app",
  "components",
  "lib",
  "emails",
  "emulators",
  "scripts",
  "i18n",
  "proxy.ts",
  "instrumentation.ts",
];

type Cruise = { summary: { violations: { from: string; to: string; rule: { name: string } }[] } };

const program = fileURLToPath(
  new URL("../../node_modules/dependency-cruiser/bin/dependency-cruiser.mjs", import.meta.url),
);

/** The floors and doors of the house (.dependency-cruiser.cjs), over the whole import graph. */
export function checkImports(root: string, configuration: string): Finding[] {
  const result = spawnSync(
    process.execPath,
    [
      program,
      "--config",
      configuration,
      "--output-type",
      "json",
      ...cruised.filter((place) => existsSync(path.join(root, place))),
    ],
    { cwd: root, encoding: "utf8", maxBuffer: 256_000_000 },
  );
  if (!result.stdout.startsWith("{")) throw new Error(`dependency-cruiser failed: ${result.stderr}`);
  const { summary }: Cruise = JSON.parse(result.stdout);
  return summary.violations.map(({ rule, from, to }) => ({
    rule: rule.name,
    place: from,
    text: `must not import ${to}`,
  }));
}
