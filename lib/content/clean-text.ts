/**
 * Two private-use characters bracket what the renderer leaves open for each recipient (see emails/newsletter).
 * They are taken out of every text that enters a document or a message, so nobody can forge such a place.
 */
export const markerStart = "\uE0F0";
export const markerEnd = "\uE0F1";

// C0 and C1 controls except tab and line feed, bidi overrides and isolates, zero-width no-break space, line and
// paragraph separators, our two markers: none of them is a word, and each of them has been used to hide one.
const invisible = /(?![\t\n])\p{Cc}|[\u202A-\u202E\u2066-\u2069\u2028\u2029\uFEFF\uE0F0\uE0F1]/gu;

/** Text of several lines: line ends become \n, controls, bidi overrides and lone surrogates go. Idempotent. */
export function cleanText(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?|[\u2028\u2029\u0085]/g, "\n")
    .replace(/\t/g, " ")
    .replace(invisible, "");
}

/** Text of one line: as `cleanText`, and line ends become spaces; never holds CR or LF. */
export function cleanLine(text: string): string {
  return cleanText(text).replace(/\n+/g, " ");
}

/** Source code: as `cleanText`, but tabs stay. */
export function cleanCode(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?|[\u2028\u2029\u0085]/g, "\n")
    .replace(invisible, "");
}
