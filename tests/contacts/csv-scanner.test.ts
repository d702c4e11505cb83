import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type CsvRecord, CsvScanner } from "@/lib/contacts/csv-scanner";

function scan(text: string | Buffer, delimiter = ",", pieceBytes = 1 << 20): CsvRecord[] {
  const bytes = Buffer.from(text);
  const scanner = new CsvScanner(delimiter);
  const records: CsvRecord[] = [];
  for (let at = 0; at < bytes.length; at += pieceBytes) {
    records.push(...scanner.push(bytes.subarray(at, at + pieceBytes)));
  }
  return [...records, ...scanner.finish()];
}

const short = (records: CsvRecord[]) =>
  records.map((record) => [record.line, "cells" in record ? record.cells : record.fault]);

describe("reading CSV", () => {
  it("reads quotes, doubled quotes, line breaks in fields, CRLF, blank lines and a last line without an end", () => {
    expect(short(scan('a,b\r\n1,"x\r\ny ""z"""\r\n\r\n  \n,\n"",é'))).toEqual([
      [1, ["a", "b"]],
      [2, ["1", 'x\r\ny "z"']],
      [6, ["", ""]],
      [7, ["", "é"]],
    ]);
    expect(short(scan("a;b\r1;2\r", ";"))).toEqual([
      [1, ["a", "b"]],
      [2, ["1", "2"]],
    ]);
  });

  it("keeps stray quotes as they are", () => {
    expect(short(scan('"Bob "The Man" Smith",6" pipe,é"q"\nx,y,z'))).toEqual([
      [1, ['Bob "The Man" Smith', '6" pipe', 'é"q"']],
      [2, ["x", "y", "z"]],
    ]);
  });

  it("goes on with the next line after a quote that is never closed", () => {
    expect(short(scan('a,b\n"x,2\n3,"y"\n5,6\n"last,1\n'))).toEqual([
      [1, ["a", "b"]],
      [2, "quote"],
      [3, ["3", "y"]],
      [4, ["5", "6"]],
      [5, "quote"],
    ]);
    const long = `a\n"open\n${"row,1\n".repeat(100_000)}`;
    expect(scan(long).filter((record) => "cells" in record)).toHaveLength(100_001);
  });

  it("passes by a line of a megabyte without holding it", () => {
    const records = scan(`a,b\n${"z".repeat(1_000_000)},1\n5,6`, ",", 10_000);
    expect(short(records)).toEqual([
      [1, ["a", "b"]],
      [2, "too_long"],
      [3, ["5", "6"]],
    ]);
    expect(records[1]?.raw.length).toBe(4_000);
  });

  it("reads the same in pieces of any size, and from any record's end on", () => {
    const piece = fc.constantFrom("a", "é", "👋", '"', '""', ",", "\n", "\r\n", "\r", " ", "x@y.example");
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), fc.integer({ min: 1, max: 7 }), (pieces, bytes) => {
        const text = pieces.join("");
        const whole = scan(text);
        expect(short(scan(text, ",", bytes))).toEqual(short(whole));
        for (const [index, record] of whole.entries()) {
          const rest = new CsvScanner(",", { byte: record.end, line: record.endLine });
          const again = [...rest.push(Buffer.from(text).subarray(record.end)), ...rest.finish()];
          expect(short(again)).toEqual(short(whole.slice(index + 1)));
        }
      }),
      { numRuns: 500 },
    );
  });

  it("gives back any table that was written by the book", () => {
    const table = fc.array(fc.array(fc.string({ unit: "grapheme" }), { minLength: 2, maxLength: 4 }), {
      maxLength: 8,
    });
    fc.assert(
      fc.property(table, (rows) => {
        const text = rows
          .map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(","))
          .join("\r\n");
        const cells = scan(text).map((record) => ("cells" in record ? record.cells : record.fault));
        expect(cells).toEqual(rows);
      }),
    );
  });
});
