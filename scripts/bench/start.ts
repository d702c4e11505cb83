import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { describeMachine, median } from "./support/machine";
import { runCopy } from "./support/run-copy";

// A3: from `make start` in a fresh clone (npm's cache warm) to the first page, and the same again. What is committed
// is what is measured.
const laterStarts = 3;
const folder = mkdtempSync(path.join(tmpdir(), "galley-bench-"));
try {
  execFileSync("git", ["clone", "--quiet", process.cwd(), folder]);
  const first = await runCopy(folder, ".data");
  await first.stop();
  const later: number[] = [];
  for (let turn = 0; turn < laterStarts; turn += 1) {
    const copy = await runCopy(folder, ".data");
    later.push(copy.tookMs);
    await copy.stop();
  }
  const firstSeconds = Math.round(first.tookMs / 100) / 10;
  const laterSeconds = Math.round(median(later) / 100) / 10;
  console.log(
    `${describeMachine()}\nFirst start ${firstSeconds} s, later starts ${laterSeconds} s (median of ${laterStarts}).`,
  );
  console.log(JSON.stringify({ bench: "start", firstSeconds, laterSeconds, machine: describeMachine() }));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
