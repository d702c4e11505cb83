import { groupByLink, type Inline, type MergeRun, type TextRun } from "../inline-schema";
import { serialiseMergeTag } from "../merge-tags";

type Run = TextRun | MergeRun;

/** A piece of Markdown: words may be re-encoded at their edges, syntax may not. */
type Piece = { kind: "words"; text: string } | { kind: "syntax"; text: string } | { kind: "emphasis"; text: string };

/** CommonMark that reads back to the same runs. */
export function writeInline(runs: readonly Inline[]): string {
  const pieces = groupByLink(runs).flatMap((group) => {
    const inner = writeMarks(group.runs, "bold");
    return group.href === undefined
      ? inner
      : [syntax("["), ...inner, syntax(`](<${group.href.replace(/[\\<>]/g, (mark) => `\\${mark}`)}>)`)];
  });
  return joinPieces(pieces);
}

function writeMarks(runs: readonly Inline[], mark: "bold" | "italic"): Piece[] {
  const pieces: Piece[] = [];
  for (let start = 0; start < runs.length; ) {
    const isMarked = hasMark(runs[start], mark);
    let end = start + 1;
    while (end < runs.length && hasMark(runs[end], mark) === isMarked) end += 1;
    const slice = runs.slice(start, end);
    const inner = mark === "bold" ? writeMarks(slice, "italic") : slice.flatMap(writeRun);
    const fence = mark === "bold" ? "**" : "_";
    pieces.push(...(isMarked ? [emphasis(fence), ...inner, emphasis(fence)] : inner));
    start = end;
  }
  return pieces;
}

function hasMark(run: Inline | undefined, mark: "bold" | "italic"): boolean {
  return run !== undefined && run.type !== "break" && run[mark] === true;
}

function writeRun(run: Inline): Piece[] {
  if (run.type === "break") return [syntax("\\\n")];
  return [run.type === "text" && run.code ? syntax(writeCode(run.text)) : { kind: "words", text: writeWords(run) }];
}

function writeCode(text: string): string {
  const longest = Math.max(0, ...(text.match(/`+/g) ?? []).map((ticks) => ticks.length));
  const fence = "`".repeat(longest + 1);
  const isPadded = /^`|`$|^ .* $/.test(text) && text.trim() !== "";
  return isPadded ? `${fence} ${text} ${fence}` : fence + text + fence;
}

function writeWords(run: Run): string {
  if (run.type === "merge") return serialiseMergeTag({ ...run, fallback: escapeWords(run.fallback) });
  return escapeWords(run.text);
}

function escapeWords(text: string): string {
  return text
    .replace(/[!"#$%&'()*+,\-./:;<=>?@[\\\]^_`{|}~]/g, (mark) => (/[&'",;/?%$=]/.test(mark) && mark !== "&" ? mark : `\\${mark}`))
    .replace(/^ +| +$|  +/g, (spaces) => "&#x20;".repeat(spaces.length))
    .replace(/\t/g, "&#x9;")
    .replace(/\u00A0/g, "&#xA0;");
}

// CommonMark 6.2: whether a fence opens or closes depends on the characters at both of its sides. Characters that
// would decide it wrongly are written as references, which are punctuation to the parser.
function joinPieces(pieces: readonly Piece[]): string {
  return pieces
    .map((piece, index) => {
      if (piece.kind !== "words") return piece.text;
      let text = piece.text;
      if (pieces[index + 1]?.kind === "emphasis") text = encodeLast(text);
      if (pieces[index - 1]?.kind === "emphasis") text = encodeFirst(text);
      return text;
    })
    .join("");
}

function encodeFirst(text: string): string {
  return text.replace(/^[\p{L}\p{N}\p{M}]/u, reference).replace(/^[\p{Z}\p{S}\p{P}](?<![\\&{])/u, reference);
}

function encodeLast(text: string): string {
  if (/&#x[0-9A-F]+;$/.test(text) || /\}\}$/.test(text)) return text;
  const escaped = /\\(.)$/su.exec(text);
  if (escaped) return text;
  return text.replace(/.$/su, reference);
}

function reference(character: string): string {
  return `&#x${(character.codePointAt(0) ?? 32).toString(16).toUpperCase()};`;
}

function syntax(text: string): Piece {
  return { kind: "syntax", text };
}

function emphasis(text: string): Piece {
  return { kind: "emphasis", text };
}
