const quote = 0x22;
const lineFeed = 0x0a;
const carriageReturn = 0x0d;

/** Longer records are refused one physical line at a time, which bounds memory whatever the file holds. */
const maxRecordBytes = 256 * 1024;

type Place = {
  /** Line of the file on which the record begins, from 1. */
  line: number;
  /** Offset and line of what follows the record: where reading can be taken up again. */
  end: number;
  endLine: number;
  /** The record as it stands in the file, cut for faulty ones. */
  raw: Buffer;
};
export type CsvRecord = Place & ({ cells: string[] } | { fault: "quote" | "too_long" });

type Field = { text: string; next: number; lines: number };

/**
 * Reads RFC 4180 in any piece size, over UTF-8 bytes: quoted fields with doubled quotes and line breaks, CRLF, LF or CR. It is more
 * forgiving than the RFC where that loses nothing (stray quotes stay as they are), skips blank lines, and after a fault goes on with
 * the next physical line, so that one unclosed quote never swallows the file. Offsets are exact: a scanner that starts at a record's
 * `end` reads what this one would have read.
 */
export class CsvScanner {
  private buffer: Buffer = Buffer.alloc(0);
  /** Offset in the file of the buffer's first byte. */
  private base: number;
  private position = 0;
  private line: number;
  /** The beginning of a line too long to hold, while its rest passes by. */
  private overlong: { line: number; raw: Buffer } | null = null;
  private readonly delimiter: number;

  constructor(delimiter: string, start: { byte: number; line: number } = { byte: 0, line: 1 }) {
    this.delimiter = delimiter.charCodeAt(0);
    this.base = start.byte;
    this.line = start.line;
  }

  /** Takes the next bytes and returns the records that are complete. */
  push(chunk: Buffer): CsvRecord[] {
    const rest = this.buffer.subarray(this.position);
    this.base += this.position;
    this.position = 0;
    this.buffer = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    return this.scan(false);
  }

  /** The records of what is left. */
  finish(): CsvRecord[] {
    return this.scan(true);
  }

  private scan(isEnd: boolean): CsvRecord[] {
    const records: CsvRecord[] = [];
    while (this.position < this.buffer.length) {
      const found = this.overlong ? this.passOverlong(isEnd) : this.readRecord(isEnd);
      if (found === "more") break;
      if (found !== "blank") records.push(found);
    }
    return records;
  }

  private readRecord(isEnd: boolean): CsvRecord | "more" | "blank" {
    const start = this.position;
    const cells: string[] = [];
    let lines = 0;
    for (let at = start; ; ) {
      const field = this.buffer[at] === quote ? this.readQuoted(at, isEnd) : this.readPlain(at);
      if (field === "quote") return this.refuseLine("quote", isEnd);
      if (field === "more") {
        if (this.buffer.length - start > maxRecordBytes) return this.refuseLong(start, lines, isEnd);
        if (!isEnd) return "more";
        return this.refuseLine("quote", isEnd);
      }
      cells.push(field.text);
      lines += field.lines;
      if (this.buffer[field.next] === this.delimiter) {
        at = field.next + 1;
        continue;
      }
      const next = this.afterBreak(field.next, isEnd);
      if (next === "more") return this.moreOrLong(start, lines, isEnd);
      if (next - start > maxRecordBytes) return this.refuseLong(start, lines, isEnd);
      return this.accept(start, next, lines, cells);
    }
  }

  private accept(start: number, next: number, lines: number, cells: string[]): CsvRecord | "blank" {
    const line = this.line;
    this.line += lines + 1;
    this.position = next;
    if (cells.length === 1 && cells[0]?.trim() === "") return "blank";
    return { line, end: this.base + next, endLine: this.line, raw: this.buffer.subarray(start, next), cells };
  }

  private moreOrLong(start: number, lines: number, isEnd: boolean): CsvRecord | "more" {
    return this.buffer.length - start > maxRecordBytes ? this.refuseLong(start, lines, isEnd) : "more";
  }

  /** Of a record over several lines only the first is refused; a single line passes by until its end. */
  private refuseLong(start: number, lines: number, isEnd: boolean): CsvRecord | "more" {
    if (lines > 0 || this.lineBreakBefore(start, start + maxRecordBytes))
      return this.refuseLine("quote", isEnd);
    this.overlong = { line: this.line, raw: Buffer.from(this.buffer.subarray(start, start + 4_000)) };
    return this.passOverlong(isEnd);
  }

  private lineBreakBefore(start: number, end: number): boolean {
    const at = this.findBreak(start);
    return at >= 0 && at < end;
  }

  private refuseLine(fault: "quote" | "too_long", isEnd: boolean): CsvRecord | "more" {
    const start = this.position;
    const found = this.findBreak(start);
    const next = found < 0 ? (isEnd ? this.buffer.length : "more") : this.afterBreak(found, isEnd);
    if (next === "more") return "more";
    const line = this.line;
    this.line += 1;
    this.position = next;
    const raw = this.buffer.subarray(start, next);
    return { line, end: this.base + next, endLine: this.line, raw, fault };
  }

  private passOverlong(isEnd: boolean): CsvRecord | "more" {
    const { overlong } = this;
    if (!overlong) return "more";
    const found = this.findBreak(this.position);
    const next = found < 0 ? (isEnd ? this.buffer.length : "more") : this.afterBreak(found, isEnd);
    if (next === "more") {
      this.position = found < 0 ? this.buffer.length : found;
      return "more";
    }
    this.overlong = null;
    this.line = overlong.line + 1;
    this.position = next;
    return { ...overlong, end: this.base + next, endLine: this.line, fault: "too_long" };
  }

  /** Up to the delimiter, the line's end, or the end of what is there. */
  private readPlain(at: number): Field {
    const { buffer, delimiter } = this;
    let next = at;
    for (; next < buffer.length; next += 1) {
      const byte = buffer[next];
      if (byte === delimiter || byte === lineFeed || byte === carriageReturn) break;
    }
    return { text: buffer.toString("utf8", at, next), next, lines: 0 };
  }

  /**
   * A quoted field. A quote that is neither doubled nor followed by a delimiter or the line's end is kept as it is, but not in a field
   * that runs over lines: there it shows that an earlier quote was never closed.
   */
  private readQuoted(at: number, isEnd: boolean): Field | "more" | "quote" {
    const { buffer, delimiter } = this;
    let isStray = false;
    let hasDoubled = false;
    for (let from = at + 1; ; ) {
      const closing = buffer.indexOf(quote, from);
      if (closing < 0) return "more";
      if (closing + 1 >= buffer.length && !isEnd) return "more";
      const after = buffer[closing + 1];
      if (after === quote) {
        hasDoubled = true;
        from = closing + 2;
        continue;
      }
      const isClosed =
        after === undefined || after === delimiter || after === lineFeed || after === carriageReturn;
      isStray ||= !isClosed;
      const lines = this.countBreaks(at + 1, closing);
      if (isStray && lines > 0) return "quote";
      if (isClosed) {
        const text = buffer.toString("utf8", at + 1, closing);
        return { text: hasDoubled ? text.replaceAll('""', '"') : text, next: closing + 1, lines };
      }
      from = closing + 1;
    }
  }

  private countBreaks(from: number, to: number): number {
    let count = 0;
    for (let at = from; at < to; at += 1) {
      const byte = this.buffer[at];
      if (byte === lineFeed || (byte === carriageReturn && this.buffer[at + 1] !== lineFeed)) count += 1;
    }
    return count;
  }

  private findBreak(from: number): number {
    const feed = this.buffer.indexOf(lineFeed, from);
    const carriage = this.buffer.subarray(0, feed < 0 ? undefined : feed).indexOf(carriageReturn, from);
    return carriage < 0 ? feed : carriage;
  }

  /** The offset after a line break at `at`, which may also be the end of the file. */
  private afterBreak(at: number, isEnd: boolean): number | "more" {
    if (at >= this.buffer.length) return isEnd ? at : "more";
    if (this.buffer[at] !== carriageReturn) return at + 1;
    if (at + 1 >= this.buffer.length && !isEnd) return "more";
    return this.buffer[at + 1] === lineFeed ? at + 2 : at + 1;
  }
}
