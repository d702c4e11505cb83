import type { Command } from "commander";
import { getQueueStatus, type QueueStatusView } from "@/lib/jobs/get-queue-status";
import { print } from "./print";

export function addQueue(program: Command): void {
  program
    .command("queue")
    .description("background jobs")
    .command("status")
    .description("depth and age of every queue, and who works them")
    .action(async (_options: unknown, command: Command) => {
      const status = await getQueueStatus();
      print(command, { ...status }, () => layOut(status));
    });
}

function layOut({ queues, deadLetters, workers }: QueueStatusView): string {
  const alive = workers.filter((worker) => worker.alive);
  const rows = queues.map(
    (queue) =>
      `  ${queue.name.padEnd(28)}${String(queue.waiting).padStart(8)}${String(queue.deferred).padStart(9)}${String(queue.active).padStart(8)}${String(queue.failed).padStart(8)}${`${queue.oldestSeconds} s`.padStart(9)}`,
  );
  return [
    `${"  queue".padEnd(30)}${"waiting".padStart(8)}${"deferred".padStart(9)}${"active".padStart(8)}${"failed".padStart(8)}${"oldest".padStart(9)}`,
    ...(rows.length > 0 ? rows : ["  no jobs yet"]),
    `Dead letters: ${deadLetters}. Workers alive: ${alive.length}${alive.map((worker) => ` (${worker.host}, process ${worker.pid})`).join("")}.`,
  ].join("\n");
}
