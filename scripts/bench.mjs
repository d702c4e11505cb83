// `make bench` runs every benchmark of scripts/bench, `npm run bench -- start` one of them. The first stage: plain Node.
import { spawnSync } from "node:child_process";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { ensurePackages, packagedNode } from "./up/packages.mjs";

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
process.chdir(root);
await ensurePackages(root, () => undefined);
const node = packagedNode(root);
const result = spawnSync(node, ["--import", "tsx", "scripts/run-benches.ts", ...process.argv.slice(2)], {
  stdio: "inherit",
  env: { ...process.env, PATH: `${path.dirname(node)}${path.delimiter}${process.env.PATH}` },
});
process.exit(result.status ?? 1);
