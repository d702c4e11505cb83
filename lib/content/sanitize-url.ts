import { contentLimits } from "./content-limits";
import { parseMergeText, serialiseMergeTag } from "./merge-tags";

// Controls, every kind of space, zero-width and bidi characters, our markers, and the backslash, which browsers
// read as a slash.
const forbidden = /[\p{Cc}\p{Z}\u200B-\u200F\u202A-\u202E\u2060-\u206F\uFEFF\uE0F0\uE0F1\\]/u;

/**
 * A web, mail or telephone address that may stand in a newsletter, else null. Refused: other schemes, control
 * characters and spaces (also hidden ones), backslashes, user names before the host, addresses without a host,
 * encoded line breaks in mail addresses. Merge tags may stand after the host only.
 */
export function safeUrl(input: string): string | null {
  const trimmed = input.trim();
  if (trimmed === "" || trimmed.length > contentLimits.url || !trimmed.isWellFormed()) return null;
  const address = /^www\.[^\s.]/i.test(trimmed) ? `https://${trimmed}` : trimmed;
  const parts = parseMergeText(address);
  const literal = parts.map((part) => (typeof part === "string" ? part : "x")).join("");
  if (forbidden.test(literal) || /[{}]/.test(literal)) return null;
  if (/^(mailto|tel):/i.test(literal)) return parts.length === 1 ? safeMailOrPhone(literal) : null;
  if (!/^https?:\/\/[^/]/i.test(literal) || !URL.canParse(literal)) return null;
  const url = new URL(literal);
  if (url.username !== "" || url.password !== "" || url.hostname === "") return null;
  if (/^https?:\/\/[^/?#]*@/i.test(literal)) return null;
  const first = parts[0];
  if (parts.length > 1 && (typeof first !== "string" || !/^https?:\/\/[^/?#]+[/?#]/i.test(first)))
    return null;
  if (parts.length === 1 && typeof first === "string") return asciiOnly(url, address);
  return parts
    .map((part) => (typeof part === "string" ? escapeQuotes(part) : serialiseMergeTag(part)))
    .join("");
}

/** True for the addresses that a reader can be counted on: http and https. */
export function isWebUrl(url: string): boolean {
  return /^https?:\/\//i.test(url);
}

/**
 * The address of a picture: http, https, or a path of this site such as `/templates/coast.png`; else null.
 */
export function safeImageUrl(input: string): string | null {
  const trimmed = input.trim();
  if (trimmed.length > contentLimits.url) return null;
  if (/^\/[A-Za-z0-9_~-][A-Za-z0-9_.~/%-]*(\?[A-Za-z0-9_.~%=&-]*)?$/.test(trimmed)) {
    return trimmed.includes("..") || trimmed.includes("//") ? null : trimmed;
  }
  const url = safeUrl(trimmed);
  return url !== null && isWebUrl(url) && !url.includes("{{") ? url : null;
}

function safeMailOrPhone(address: string): string | null {
  if (/%(0d|0a|00)/i.test(address) || /["'<>`]/.test(address)) return null;
  if (/^tel:/i.test(address)) return /^tel:\+?[0-9().\-;=a-z*#]{2,40}$/i.test(address) ? address : null;
  return /^mailto:[^\s@?]+@[^\s@?]+\.[^\s@?]+(\?[^\s]*)?$/i.test(address) ? address : null;
}

// Written as typed where that is safe: `https://example.org` must not come back as `https://example.org/`.
function asciiOnly(url: URL, typed: string): string {
  return /^[\x21-\x7E]+$/.test(typed) && !/["'<>`]/.test(typed) ? typed : escapeQuotes(url.href);
}

function escapeQuotes(text: string): string {
  return text.replace(/["'<>`]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);
}
