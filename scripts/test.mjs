// `make test`: everything that must hold before a change is taken, on any machine with Node and git. All steps run,
// so that one report shows all that is wrong; the last line counts tests and failed steps.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { ensurePackages, packagedNode } from "./up/packages.mjs";

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
process.chdir(root);
await ensurePackages(root, () => undefined);

const node = packagedNode(root);
const environment = {
  ...process.env,
  PATH: `${path.dirname(node)}${path.delimiter}${process.env.PATH}`,
  NEXT_TELEMETRY_DISABLED: "1",
  CI: "1",
};
const results = ".data/results";
const unitReport = `${results}/vitest.json`;
// Playwright empties this folder before it runs and writes its report at the end.
const browserReport = "test-results/e2e.json";
rmSync(results, { recursive: true, force: true });
rmSync(browserReport, { force: true });
mkdirSync(results, { recursive: true });

const failedSteps = [];
step("Format and lint", () => run("node_modules/@biomejs/biome/bin/biome", "ci", "--error-on-warnings", "."));
step("Database client", () => run("node_modules/prisma/build/index.js", "generate"));
step(
  "Types",
  () =>
    run("node_modules/next/dist/bin/next", "typegen") && run("node_modules/typescript/bin/tsc", "--noEmit"),
);
step("House rules", () => run("--import", "tsx", "scripts/check-house.ts"));
step("Unit and integration tests", () =>
  run(
    "node_modules/vitest/vitest.mjs",
    "run",
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${unitReport}`,
  ),
);
const isBuilt = step("Production build", () => run("--import", "tsx", "scripts/build.ts"));
step(
  "Browser tests",
  () => isBuilt && ensureBrowser() && run("node_modules/@playwright/test/cli.js", "test"),
);

step(
  "Feature switches",
  () =>
    isBuilt && run("node_modules/vitest/vitest.mjs", "run", "--config", "tests/features/vitest.config.ts"),
);

const unit = countUnit();
const browser = countBrowser();
// A step that is no test, or that broke before it could count, is one failure.
const brokenSteps = failedSteps.filter(
  (name) =>
    !(name.startsWith("Unit") && unit.failed > 0) && !(name.startsWith("Browser") && browser.failed > 0),
);
if (failedSteps.length > 0) console.log(`\nNot passed: ${failedSteps.join(", ")}`);
const closing = `${unit.passed + browser.passed} passed, ${unit.failed + browser.failed + brokenSteps.length} failed`;
writeFileSync(`${results}/summary`, `${closing}\n`);
console.log(closing);
process.exit(failedSteps.length > 0 ? 1 : 0);

function step(name, work) {
  console.log(`\n== ${name}`);
  const startedMs = Date.now();
  const passed = work();
  console.log(
    `${passed ? "passed" : "FAILED"} after ${Math.round((Date.now() - startedMs) / 1000)} s: ${name}`,
  );
  if (!passed) failedSteps.push(name);
  return passed;
}

function run(...args) {
  return spawnSync(node, args, { stdio: "inherit", env: environment }).status === 0;
}

/** Debian's package where we may install it; elsewhere Playwright's own download. */
function ensureBrowser() {
  if (["/usr/bin/chromium", "/usr/bin/chromium-browser"].some(existsSync)) return true;
  if (process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
    const apt = (...args) =>
      spawnSync("apt-get", args, {
        stdio: "inherit",
        env: { ...environment, DEBIAN_FRONTEND: "noninteractive" },
      }).status === 0;
    return apt("update", "-qq") && apt("install", "-y", "-qq", "--no-install-recommends", "chromium");
  }
  return run("node_modules/@playwright/test/cli.js", "install", "chromium");
}

function countUnit() {
  const report = readReport(unitReport);
  return { passed: report?.numPassedTests ?? 0, failed: report?.numFailedTests ?? 0 };
}

function countBrowser() {
  const stats = readReport(browserReport)?.stats;
  return { passed: (stats?.expected ?? 0) + (stats?.flaky ?? 0), failed: stats?.unexpected ?? 0 };
}

function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return null;
  }
}
