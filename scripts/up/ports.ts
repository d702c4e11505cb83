import { createServer } from "node:net";
import { setTimeout as delay } from "node:timers/promises";
import { StartError } from "@/scripts/postgres/start-error";

export type WantedPort = { variable: string; port: number; host: string };

/**
 * Throws a StartError with one line for each port in use. `waitMs` leaves the processes of a start that was killed a
 * moment ago the time to let go of theirs.
 */
export async function requireFreePorts(wanted: readonly WantedPort[], waitMs: number): Promise<void> {
  const deadline = Date.now() + waitMs;
  for (;;) {
    const busy: WantedPort[] = [];
    for (const entry of wanted) {
      if (!(await isFree(entry))) busy.push(entry);
    }
    if (busy.length === 0) return;
    if (Date.now() >= deadline) throw new StartError(busy.map(describe).join("\n"));
    await delay(200);
  }
}

function describe({ variable, port }: WantedPort): string {
  return `${variable}: port ${port} is in use; stop what listens there or set ${variable} to another`;
}

function isFree({ port, host }: WantedPort): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", (error: NodeJS.ErrnoException) => {
      if (error.code === "EADDRINUSE") resolve(false);
      else reject(new StartError(`HOST, port ${port}: cannot listen on ${host} (${error.code})`));
    });
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(true)));
  });
}
