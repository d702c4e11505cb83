import { envFaults } from "./env";

/** Ends the process with one plain line per fault when the environment cannot be used. */
export function endOnFaultyEnvironment(): void {
  const faults = envFaults();
  if (faults.length === 0) return;
  for (const fault of faults) process.stderr.write(`${fault}\n`);
  process.exit(1);
}
