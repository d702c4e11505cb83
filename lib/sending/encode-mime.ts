/** Longest line of a quoted-printable body without its line end (RFC 2045, 6.7). */
const lineLength = 76;

const plainShort = /^[\x20-\x3C\x3E-\x7E]{1,72}$/;

/**
 * Quoted-printable text that begins at the start of a line and ends there: a soft break closes what has no line end of its own, so that
 * pieces encoded apart can be joined in any order. A dot never begins a line.
 */
export function encodePiece(text: string): string {
  if (text === "") return "";
  if (plainShort.test(text) && text[0] !== ".") return `${text}=\r\n`;
  const lines = text.split(/\r\n|\n|\r/);
  const last = lines.pop() ?? "";
  const whole = lines.map((line) => `${encodeLine(line, false)}\r\n`).join("");
  return last === "" ? whole : `${whole}${encodeLine(last, true)}=\r\n`;
}

/** `isOpen`: a soft break follows, so a blank at the end is safe. */
function encodeLine(line: string, isOpen: boolean): string {
  let result = "";
  let column = 0;
  const bytes = Buffer.from(line, "utf8");
  for (const [index, byte] of bytes.entries()) {
    const isLast = index === bytes.length - 1;
    const token = tokenOf(byte, column === 0, isLast && !isOpen);
    if (column + token.length > lineLength - 1) {
      result += "=\r\n";
      const fresh = tokenOf(byte, true, isLast && !isOpen);
      result += fresh;
      column = fresh.length;
    } else {
      result += token;
      column += token.length;
    }
  }
  return result;
}

function tokenOf(byte: number, isFirst: boolean, isLast: boolean): string {
  const isPlain = byte >= 0x20 && byte <= 0x7e && byte !== 0x3d;
  if (!isPlain || (byte === 0x2e && isFirst) || (byte === 0x20 && isLast)) {
    return `=${byte.toString(16).toUpperCase().padStart(2, "0")}`;
  }
  return String.fromCharCode(byte);
}

const plainHeader = /^[\x21-\x7E](?:[\x20-\x7E]{0,58}[\x21-\x7E])?$/;

/** Unstructured header text: as it is when short and plain ASCII, otherwise encoded words (RFC 2047), folded. Never holds CR or LF of its own. */
export function encodeHeaderText(value: string): string {
  const text = oneLine(value);
  if (text === "" || (plainHeader.test(text) && !text.includes("=?"))) return text;
  return encodedWords(text);
}

/** `"Ana" <ana@example.com>`: the name quoted, or as encoded words. */
export function encodeMailbox(name: string, address: string): string {
  const text = oneLine(name);
  if (text === "") return address;
  if (plainHeader.test(text) && !text.includes("=?")) {
    return `"${text.replace(/["\\]/g, "\\$&")}" <${address}>`;
  }
  return `${encodedWords(text)}\r\n <${address}>`;
}

/** Each word holds whole characters and stays below 75 (RFC 2047, 2). */
function encodedWords(text: string): string {
  const words: string[] = [];
  let word = "";
  let bytes = 0;
  for (const character of text) {
    const size = Buffer.byteLength(character);
    if (bytes + size > 45) {
      words.push(word);
      word = "";
      bytes = 0;
    }
    word += character;
    bytes += size;
  }
  if (word) words.push(word);
  return words.map((part) => `=?UTF-8?B?${Buffer.from(part).toString("base64")}?=`).join("\r\n ");
}

function oneLine(value: string): string {
  return value
    .toWellFormed()
    .replace(/[\p{Cc}\u2028\u2029]+/gu, " ")
    .replace(/ {2,}/g, " ")
    .trim();
}

/** An address as the wire takes it (domain in ASCII, RFC 5891), or null when it could break out of an SMTP command or header. */
export function wireAddress(address: string): string | null {
  const at = address.lastIndexOf("@");
  if (at < 1 || at === address.length - 1) return null;
  const local = address.slice(0, at);
  const domain = asciiDomain(address.slice(at + 1));
  if (!domain || !/^[\x21-\x7E]+$/.test(local) || /[<>()[\]\\,;:"@\s]/.test(local)) return null;
  return local.length > 64 || domain.length > 253 ? null : `${local}@${domain}`;
}

function asciiDomain(domain: string): string | null {
  if (/^[a-z0-9.-]+$/i.test(domain)) return domain;
  try {
    const host = new URL(`http://${domain}`).hostname;
    return /^[a-z0-9.-]+$/.test(host) ? host : null;
  } catch {
    return null;
  }
}

/** RFC 5322, 3.3, in UTC. */
export function mailDate(date: Date): string {
  return date.toUTCString().replace("GMT", "+0000");
}
