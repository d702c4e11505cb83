import { build } from "esbuild";

// Part of `npm run build`: the worker as one file beside the web build. Run from its sources it would carry a compiler
// along, which costs a quarter of its memory and seconds at its start. Packages stay outside.
await build({
  entryPoints: ["scripts/worker.ts"],
  outfile: ".next/galley-worker.mjs",
  bundle: true,
  packages: "external",
  platform: "node",
  format: "esm",
  target: "node22",
  logLevel: "warning",
});
