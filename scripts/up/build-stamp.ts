import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";

/** Everything that the builds of web and worker read. What is not listed here may change without a new build. */
const buildInputs = [
  "app",
  "components",
  "lib",
  "emails",
  "messages",
  "i18n",
  "public",
  "prisma/schema",
  "scripts/worker.ts",
  "scripts/build-worker.ts",
  "globals.d.ts",
  "instrumentation.ts",
  "proxy.ts",
  "next.config.ts",
  "postcss.config.mjs",
  "tsconfig.json",
  "package.json",
  "package-lock.json",
];
const clientInputs = ["prisma/schema", "prisma.config.ts", "node_modules/prisma/package.json"];
const generated = "lib/platform/generated";

/** One part of a start that is only repeated when what it read has changed. */
export type Stamp = { isCurrent: () => boolean; write: () => void };

/** `dist` and `features` name another build than the one that `make start` runs. */
export function buildStamp(dist = ".next", features = process.env.GALLEY_FEATURES ?? ""): Stamp {
  return stamp(`${dist}/galley-build`, products(dist), () =>
    fingerprint(buildInputs, [features, process.versions.node]),
  );
}

/** A web build that only proves what a switch leaves out has no worker beside it. */
function products(dist: string): string[] {
  return [`${dist}/BUILD_ID`, ...(dist === ".next" ? [`${dist}/galley-worker.mjs`] : [])];
}

export function clientStamp(): Stamp {
  return stamp(`${generated}/made-from`, [`${generated}/prisma/client.ts`], () =>
    fingerprint(clientInputs, []),
  );
}

function stamp(file: string, products: readonly string[], current: () => string): Stamp {
  return {
    isCurrent: () =>
      [...products, file].every((place) => existsSync(place)) && readFileSync(file, "utf8") === current(),
    write: () => {
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, current());
    },
  };
}

function fingerprint(inputs: readonly string[], extra: readonly string[]): string {
  const hash = createHash("sha256");
  for (const value of extra) hash.update(`${value}\0`);
  for (const input of inputs) {
    for (const file of filesUnder(input)) hash.update(`${file}\0`).update(readFileSync(file));
  }
  return hash.digest("hex");
}

function filesUnder(place: string): string[] {
  const state = statSync(place, { throwIfNoEntry: false });
  if (!state) return [];
  if (!state.isDirectory()) return [place];
  if (place === generated) return [];
  return readdirSync(place)
    .sort()
    .flatMap((name) => filesUnder(`${place}/${name}`));
}
