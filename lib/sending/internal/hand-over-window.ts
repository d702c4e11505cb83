import { type HandOver, type MailLine, takeLine } from "@/lib/mail/smtp";
import { now } from "@/lib/platform/clock";
import type { CompiledMessage } from "../compile-message";
import { linesPerWindow } from "../sending-rules";
import type { ClaimedRecipient } from "./claim-batches";
import type { Outcome } from "./record-outcomes";

const untouched: HandOver = { outcome: "untouched", response: "the mail server went away" };
const unwritable: HandOver = { outcome: "rejected", response: "not an address that mail can be sent to" };

/** Connections for one window; the first must open, others are welcome. Throws when the mail server cannot be reached. */
export async function takeLines(rows: number): Promise<MailLine[]> {
  const first = await takeLine();
  const wanted = Math.min(linesPerWindow, Math.ceil(rows / 4)) - 1;
  const more = await Promise.allSettled(Array.from({ length: wanted }, () => takeLine()));
  return [first, ...more.flatMap((settled) => (settled.status === "fulfilled" ? [settled.value] : []))];
}

/** Hands every row over on whichever connection is free. A row is tried once; rows left when all connections died are untouched. */
export async function handOverWindow(
  lines: readonly MailLine[],
  rows: readonly ClaimedRecipient[],
  message: CompiledMessage,
): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  let next = 0;
  const work = async (line: MailLine) => {
    while (next < rows.length && line.isUsable()) {
      const row = rows[next];
      next += 1;
      if (row) outcomes.push({ id: row.id, fence: row.fence, ...(await handOverOne(line, row, message)) });
    }
  };
  await Promise.all(lines.map(work));
  for (const row of rows.slice(next)) outcomes.push({ id: row.id, fence: row.fence, ...untouched });
  return outcomes;
}

async function handOverOne(
  line: MailLine,
  row: ClaimedRecipient,
  message: CompiledMessage,
): Promise<HandOver> {
  const written = message.write(row, now());
  return written ? line.handOver({ from: message.from, ...written }) : unwritable;
}
