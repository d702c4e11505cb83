import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";

/** Everything that `next build` reads. What is not listed here may change without a new build. */
const buildInputs = [
  "app",
  "components",
  "lib",
  "emails",
  "messages",
  "i18n",
  "public",
  "prisma/schema",
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
  return stamp(`${dist}/galley-build`, `${dist}/BUILD_ID`, () =>
    fingerprint(buildInputs, [features, process.versions.node]),
  );
}

export function clientStamp(): Stamp {
  return stamp(`${generated}/made-from`, `${generated}/prisma/client.ts`, () =>
    fingerprint(clientInputs, []),
  );
}

function stamp(file: string, product: string, current: () => string): Stamp {
  return {
    isCurrent: () => existsSync(product) && existsSync(file) && readFileSync(file, "utf8") === current(),
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
