import type { Block } from "@/lib/content/document-schema";

/** Pixels above a block, on a 4 px grid: near to what it belongs to, away from what it does not. */
export function spaceBefore(previous: Block | undefined, block: Block): number {
  if (previous === undefined) return 0;
  if (previous.type === "spacer" || block.type === "spacer") return 0;
  if (isBand(previous) && block.type === "image" && block.wide) return 0;
  if (previous.type === "text" && previous.style === "kicker") return block.type === "heading" ? 6 : 8;
  if (isMark(previous)) return 20;
  if (isMark(block)) return 28;
  if (block.type === "divider" || previous.type === "divider") return 32;
  if (block.type === "text" && block.style === "kicker") return 36;
  if (previous.type === "heading") return block.type === "heading" ? 8 : afterHeading[previous.level];
  if (block.type === "heading")
    return block.level === 3 && previous.type === "image" ? 16 : beforeHeading[block.level];
  if (block.type === "button" || block.type === "social") return 24;
  if (block.type === "text" || block.type === "list") return looseAfter.has(previous.type) ? 28 : 16;
  return 28;
}

const beforeHeading = { 1: 32, 2: 36, 3: 28 } as const;
const afterHeading = { 1: 16, 2: 12, 3: 6 } as const;
const looseAfter: ReadonlySet<Block["type"]> = new Set([
  "image",
  "button",
  "columns",
  "quote",
  "event",
  "code",
  "masthead",
  "social",
]);

function isMark(block: Block): boolean {
  return block.type === "divider" && block.style === "mark";
}

function isBand(block: Block): boolean {
  return block.type === "masthead" && block.style === "band";
}
