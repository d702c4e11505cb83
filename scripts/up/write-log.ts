import type { Readable } from "node:stream";

const isColoured = process.stdout.isTTY && !process.env.NO_COLOR;
const hues: Record<string, number> = { database: 34, mailbox: 35, web: 36, worker: 32 };
const nameWidth = 8;

/** Prints a child's output line by line under its name. Structured lines are shown as sentences for a person. */
export function printOutput(name: string, stream: Readable, isRaw: boolean): void {
  let rest = "";
  stream.setEncoding("utf8");
  stream.on("data", (chunk: string) => {
    const lines = (rest + chunk).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines)
      if (line.trim()) process.stdout.write(`${label(name)} ${isRaw ? line : sentence(line)}\n`);
  });
  stream.on("close", () => {
    if (rest.trim()) process.stdout.write(`${label(name)} ${rest}\n`);
  });
}

function label(name: string): string {
  const padded = name.padEnd(nameWidth);
  return isColoured ? `\u001b[${hues[name] ?? 37}m${padded}\u001b[0m` : padded;
}

function sentence(line: string): string {
  if (!line.startsWith("{")) return line;
  try {
    const { level, time, msg, ...fields } = JSON.parse(line) as Record<string, unknown>;
    if (typeof level !== "string" || typeof msg !== "string") return line;
    const details = Object.entries(fields).map(([key, value]) => `${key}=${text(value)}`);
    return [String(time).slice(11, 19), level === "info" ? "" : level, msg, ...details]
      .filter(Boolean)
      .join(" ");
  } catch {
    return line;
  }
}

function text(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}
