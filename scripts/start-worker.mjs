// `npm run worker`: the worker that `npm run build` made.
import { existsSync } from "node:fs";

const built = new URL("../.next/galley-worker.mjs", import.meta.url);
if (!existsSync(built)) {
  console.error("The worker is not built: run `npm run build` first.");
  process.exit(1);
}
await import(built.href);
