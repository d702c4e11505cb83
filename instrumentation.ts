import { envFaults } from "@/lib/platform/env";

/** Runs once when the web server starts: a faulty environment ends it with one plain line per fault. */
export function register(): void {
  const faults = envFaults();
  if (faults.length === 0) return;
  for (const fault of faults) process.stderr.write(`${fault}\n`);
  process.exit(1);
}
