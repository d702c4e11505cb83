import { windowsInFlight } from "../sending-rules";

let free = windowsInFlight;
const queue: (() => void)[] = [];

/**
 * Runs `work` with one of the process's few windows, so that a killed process never leaves more rows `handed` than they hold, however many
 * Dispatches it serves.
 */
export async function withWindow<T>(work: () => Promise<T>): Promise<T> {
  if (free > 0) free -= 1;
  else await new Promise<void>((resolve) => queue.push(resolve));
  try {
    return await work();
  } finally {
    const next = queue.shift();
    if (next) next();
    else free += 1;
  }
}
