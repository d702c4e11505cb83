import { groupByLink, type Inline, type MergeRun, type TextRun } from "../inline-schema";
import { serialiseMergeTag } from "../merge-tags";

type Piece = { kind: "words" | "syntax" | "break" | "open" | "close"; text: string };

/** CommonMark that reads back to the same runs. Breaks at either end cannot be written and are left out. */
export function writeInline(runs: readonly Inline[]): string {
  const pieces = groupByLink(trimBreaks(runs)).flatMap((group) => {
    const inner = writeMarks(group.runs, "bold");
    if (group.href === undefined) return inner;
    return [syntax("["), ...inner, syntax(`](<${group.href.replace(/[\\<>&]/g, "\\$&")}>)`)];
  });
  return pieces.map((piece, index) => writePiece(piece, pieces[index - 1], pieces[index + 1])).join("");
}

function trimBreaks(runs: readonly Inline[]): readonly Inline[] {
  const first = runs.findIndex((run) => run.type !== "break");
  const last = runs.findLastIndex((run) => run.type !== "break");
  return first < 0 ? [] : runs.slice(first, last + 1);
}

function writeMarks(runs: readonly Inline[], mark: "bold" | "italic"): Piece[] {
  const pieces: Piece[] = [];
  const fence = mark === "bold" ? "**" : "_";
  for (let start = 0; start < runs.length; ) {
    const isMarked = hasMark(runs[start], mark);
    let end = start + 1;
    while (end < runs.length && hasMark(runs[end], mark) === isMarked) end += 1;
    const slice = runs.slice(start, end);
    const inner = mark === "bold" ? writeMarks(slice, "italic") : slice.map(writeRun);
    pieces.push(
      ...(isMarked
        ? [{ kind: "open" as const, text: fence }, ...inner, { kind: "close" as const, text: fence }]
        : inner),
    );
    start = end;
  }
  return pieces;
}

function hasMark(run: Inline | undefined, mark: "bold" | "italic"): boolean {
  return run !== undefined && run.type !== "break" && run[mark] === true;
}

function writeRun(run: Inline): Piece {
  if (run.type === "break") return { kind: "break", text: "\\\n" };
  if (run.type === "text" && run.code) return syntax(writeCode(run.text));
  return { kind: "words", text: writeWords(run) };
}

function writeCode(text: string): string {
  const longest = Math.max(0, ...(text.match(/`+/g) ?? []).map((ticks) => ticks.length));
  const fence = "`".repeat(longest + 1);
  const isPadded = /^`|`$/.test(text) || (/^ .* $/.test(text) && text.trim() !== "");
  return isPadded ? `${fence} ${text} ${fence}` : fence + text + fence;
}

function writeWords(run: TextRun | MergeRun): string {
  if (run.type === "text") return escapeWords(run.text);
  return serialiseMergeTag({ field: escapeWords(run.field), fallback: escapeWords(run.fallback) });
}

function escapeWords(text: string): string {
  return text
    .replace(/[\\`*_[\]<>|~@]/g, "\\$&")
    .replace(/&(?=[#A-Za-z])/g, "\\&")
    .replace(/:(?=\/\/)/g, "\\:")
    .replace(/(www)\./gi, "$1\\.")
    .replace(/!$/, "\\!")
    .replace(/^(\s*\d+)([.)])/, "$1\\$2")
    .replace(/^\s*[#+=:-]/, (start) => `${start.slice(0, -1)}\\${start.slice(-1)}`);
}

// CommonMark 6.2: whether a fence opens or closes depends on the characters at both its sides. Words outside a
// fence end in a space or in punctuation (a character reference counts as that), words inside never in a space.
// The parser classifies UTF-16 units, so that what lies above U+FFFF counts as a letter to it.
function writePiece(piece: Piece, before: Piece | undefined, after: Piece | undefined): string {
  if (piece.kind !== "words") return piece.text;
  let text = piece.text;
  if (before === undefined || before.kind === "break" || before.kind === "open")
    text = text.replace(/^\s+/, references);
  if (after === undefined || after.kind === "break" || after.kind === "close")
    text = text.replace(/\s+$/, references);
  if (before?.kind === "close")
    text = text.replace(/^(?:[^\s\p{P}\p{S}]|[\u{10000}-\u{10FFFF}])/u, references);
  if (after?.kind === "open") text = text.replace(/(?:[^\s\p{P}\p{S}]|[\u{10000}-\u{10FFFF}])$/u, references);
  return text;
}

function references(characters: string): string {
  return Array.from(
    characters,
    (character) => `&#x${(character.codePointAt(0) ?? 32).toString(16).toUpperCase()};`,
  ).join("");
}

function syntax(text: string): Piece {
  return { kind: "syntax", text };
}
