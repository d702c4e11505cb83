// `make bench` runs every benchmark of scripts/bench, `npm run bench -- start` one of them. Each prints its machine and
// ends with one line of JSON.
import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { ensurePackages, packagedNode } from "./up/packages.mjs";

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
process.chdir(root);
await ensurePackages(root, () => undefined);

const known = readdirSync("scripts/bench")
  .filter((file) => file.endsWith(".ts"))
  .map((file) => path.basename(file, ".ts"));
const wanted = process.argv.slice(2).filter((word) => !word.startsWith("-"));
const unknown = wanted.filter((name) => !known.includes(name));
if (unknown.length > 0) {
  console.error(`There is no benchmark ${unknown.join(", ")}; there are: ${known.join(", ")}`);
  process.exit(1);
}
const node = packagedNode(root);
let failed = 0;
for (const name of wanted.length > 0 ? wanted : known) {
  console.log(`\n== ${name}`);
  const result = spawnSync(node, ["--import", "tsx", `scripts/bench/${name}.ts`], {
    stdio: "inherit",
    env: { ...process.env, PATH: `${path.dirname(node)}${path.delimiter}${process.env.PATH}` },
  });
  if (result.status !== 0) failed += 1;
}
process.exit(failed > 0 ? 1 : 0);
