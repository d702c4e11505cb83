import { spawn } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import { startPostgres } from "./postgres/start-postgres";

// Runs the named benchmarks, or all: each prints what it measured and ends with one line of JSON. They find a server
// of their own in BENCH_DATABASE_URL, unless one is given.
const known = readdirSync("scripts/bench")
  .filter((file) => file.endsWith(".ts") && !file.endsWith("-sink.ts"))
  .map((file) => path.basename(file, ".ts"));
const wanted = process.argv.slice(2).filter((word) => !word.startsWith("-"));
const flags = process.argv.slice(2).filter((word) => word.startsWith("-"));
const unknown = wanted.filter((name) => !existsSync(`scripts/bench/${name}.ts`));
if (unknown.length > 0) {
  console.error(`There is no benchmark ${unknown.join(", ")}; there are: ${known.join(", ")}`);
  process.exit(1);
}

const given = process.env.BENCH_DATABASE_URL;
const server = given ? null : await startPostgres({ dataDir: path.resolve(".data/bench") });
const env = { ...process.env, BENCH_DATABASE_URL: given ?? server?.url };
let failed = 0;
for (const name of wanted.length > 0 ? wanted : known) {
  console.log(`\n== ${name}`);
  const child = spawn(process.execPath, ["--import", "tsx", `scripts/bench/${name}.ts`, ...flags], {
    stdio: "inherit",
    env,
  });
  const code = await new Promise((resolve) => child.once("exit", resolve));
  if (code !== 0) failed += 1;
}
await server?.stop();
process.exit(failed > 0 ? 1 : 0);
