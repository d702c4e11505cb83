import { emailSchema } from "@/lib/platform/email-address";
import { foldText } from "./contact-rules";
import { fieldKeySchema } from "./contact-schema";
import { CsvScanner } from "./csv-scanner";
import type { ImportColumns, ImportTarget, StandardTarget } from "./import-schema";

export const encodings = ["utf-8", "utf-16le", "utf-16be", "windows-1252"] as const;
export type Encoding = (typeof encodings)[number];

/** What a file holds instead of CSV, as keys of messages/*\/errors.json. */
export type NotCsv = "import_empty" | "import_spreadsheet" | "import_binary" | "import_html";

/** How much of a file is judged. A shorter sample is the whole file. */
export const sampleBytes = 128 * 1024;

/** Zip (xlsx, ods, numbers) and the old Excel format. */
const spreadsheets = ["504b0304", "504b0506", "d0cf11e0"];
/** PDF, gzip, PNG, GIF, JPEG, 7-Zip, RAR, ELF. */
const otherFiles = ["25504446", "1f8b", "89504e47", "47494638", "ffd8ff", "377abcaf", "52617221", "7f454c46"];

/** Judges a file by its first bytes; null when it may be CSV. */
export function findNotCsv(sample: Buffer): NotCsv | null {
  if (sample.length === 0) return "import_empty";
  const start = sample.toString("hex", 0, 8);
  if (spreadsheets.some((signature) => start.startsWith(signature))) return "import_spreadsheet";
  if (otherFiles.some((signature) => start.startsWith(signature))) return "import_binary";
  const text = decodeSample(sample, detectEncoding(sample));
  if (text.replace(/[\uFEFF\s]/g, "") === "") return "import_empty";
  if (/^\uFEFF?\s*<(!doctype|html|\?xml|head|body|table|script|svg)/i.test(text)) return "import_html";
  const odd = [...text].filter(isOdd).length;
  return odd > text.length / 50 && odd > 8 ? "import_binary" : null;
}

/** A letter that text does not hold: a control character, or one that could not be decoded. */
function isOdd(letter: string): boolean {
  const code = letter.charCodeAt(0);
  return code < 0x09 || (code > 0x0d && code < 0x20) || code === 0xfffd;
}

/** By byte order mark, by the zeros of UTF-16, by what is valid UTF-8; anything else reads as Windows-1252. */
export function detectEncoding(sample: Buffer): Encoding {
  if (sample[0] === 0xff && sample[1] === 0xfe) return "utf-16le";
  if (sample[0] === 0xfe && sample[1] === 0xff) return "utf-16be";
  const head = sample.subarray(0, 1_024);
  const zeros = (parity: number) => head.filter((byte, at) => at % 2 === parity && byte === 0).length;
  const [even, odd] = [zeros(0), zeros(1)];
  if (odd > head.length / 4 && even < odd / 4) return "utf-16le";
  if (even > head.length / 4 && odd < even / 4) return "utf-16be";
  return isUtf8Start(sample) ? "utf-8" : "windows-1252";
}

/** Whether the bytes are UTF-8, not minding a last character that is cut. */
function isUtf8Start(sample: Buffer): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(sample, isCut(sample));
    return true;
  } catch {
    return false;
  }
}

export function decodeSample(sample: Buffer, encoding: Encoding): string {
  return new TextDecoder(encoding).decode(sample, isCut(sample));
}

/** Only where the sample was cut may its last character be incomplete. */
function isCut(sample: Buffer): TextDecodeOptions {
  return { stream: sample.length >= sampleBytes };
}

export const delimiters = [",", ";", "\t", "|"] as const;
export type Delimiter = (typeof delimiters)[number];

/** The delimiter by which the first records have the same number of cells most often, and the most of them. */
export function detectDelimiter(text: string): Delimiter {
  const scored = delimiters.map((delimiter) => {
    const widths = readSample(text, delimiter)
      .slice(0, 50)
      .map((cells) => cells.length);
    const width = widths[0] ?? 1;
    const agreeing = widths.filter((other) => other === width).length / Math.max(1, widths.length);
    return { delimiter, score: width > 1 ? agreeing * 100 + Math.min(width, 50) : 0 };
  });
  return scored.reduce((best, other) => (other.score > best.score ? other : best)).delimiter;
}

/** The complete records of a sample; a last one that is cut is left out. */
export function readSample(text: string, delimiter: string): string[][] {
  const scanner = new CsvScanner(delimiter);
  const bytes = Buffer.from(text.replace(/^\uFEFF/, ""));
  const records = scanner.push(bytes);
  const all = text.length < 60_000 ? [...records, ...scanner.finish()] : records;
  return all.flatMap((record) => ("cells" in record ? [record.cells.map((cell) => cell.trim())] : []));
}

export function looksLikeEmail(text: string): boolean {
  return emailSchema.safeParse(text).success;
}

/** The first row is a header unless an address stands in it. */
export function hasHeaderRow(rows: readonly string[][]): boolean {
  return !rows[0]?.some(looksLikeEmail);
}

const headers: Record<StandardTarget, readonly string[]> = {
  email: [
    "email",
    "e-mail",
    "mail",
    "email address",
    "e-mail address",
    "emailaddress",
    "endereco de e-mail",
    "endereco de email",
    "correio",
    "correio eletronico",
    "endereco eletronico",
  ],
  firstName: [
    "first name",
    "firstname",
    "given name",
    "givenname",
    "forename",
    "fname",
    "primeiro nome",
    "prenome",
    "nome proprio",
  ],
  lastName: [
    "last name",
    "lastname",
    "surname",
    "family name",
    "familyname",
    "lname",
    "sobrenome",
    "apelido",
    "ultimo nome",
  ],
  name: ["name", "full name", "fullname", "nome", "nome completo"],
  status: ["status", "situacao", "estado da inscricao", "subscription status"],
  tags: ["tags", "tag", "labels", "etiquetas", "etiqueta"],
};

/**
 * A target for each column by its header, in English or Portuguese, each standard one at most once; without a header that says so, the
 * column that holds addresses is the address. Other named columns become custom fields.
 */
export function suggestColumns(header: readonly string[], rows: readonly string[][]): ImportColumns {
  const taken = new Set<ImportTarget>();
  const columns: ImportColumns = header.map((title) => take(taken, targetOfHeader(title)));
  // "Nome" beside "Sobrenome" is the first name.
  const full = columns.indexOf("name");
  if (full >= 0 && columns.includes("lastName") && !columns.includes("firstName"))
    columns[full] = "firstName";
  if (!columns.includes("email")) {
    const at = header.findIndex((_, index) => mostAreEmails(rows.map((row) => row[index] ?? "")));
    if (at >= 0) columns[at] = "email";
  }
  return columns;
}

function take(taken: Set<ImportTarget>, target: ImportTarget | null): ImportTarget | null {
  if (target === null || taken.has(target)) return null;
  taken.add(target);
  return target;
}

function targetOfHeader(title: string): ImportTarget | null {
  const folded = foldText(title).replace(/[_\s]+/g, " ");
  for (const [target, names] of Object.entries(headers)) {
    if (names.includes(folded)) return target as StandardTarget;
  }
  const key = fieldKeySchema.safeParse(title.replace(/[^\p{L}\p{N} _.-]+/gu, " ").slice(0, 64));
  return key.success ? `fields.${key.data}` : null;
}

function mostAreEmails(cells: readonly string[]): boolean {
  const filled = cells.filter((cell) => cell !== "");
  return filled.length > 0 && filled.filter(looksLikeEmail).length * 2 >= filled.length;
}

/** Prevents a spreadsheet from reading a cell as a formula (OWASP, CSV injection), and quotes it. */
export function safeCsvCell(value: string | number | null): string {
  const text = value === null ? "" : String(value);
  const guarded = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n;]/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}
