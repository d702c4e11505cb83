import { cleanLine, markerEnd, markerStart } from "@/lib/content/clean-text";
import { type MergeFields, type MergeTag, resolveMergeTag } from "@/lib/content/merge-tags";

/** How a value must be written where the marker stands: HTML text or attribute, part of a URL, plain text. */
export type MarkerEncoding = "html" | "url" | "text";

/** A place that a rendered newsletter leaves open. `slot` values are ours (tokens), `merge` values a contact's. */
export type Marker =
  | { kind: "merge"; encoding: MarkerEncoding; index: number }
  | { kind: "link"; encoding: MarkerEncoding; index: number }
  | { kind: "slot"; encoding: MarkerEncoding; name: string };

export type MarkerValues = {
  fields: MergeFields;
  slots?: Readonly<Record<string, string>> | undefined;
};

const letters = { html: "h", url: "u", text: "t" } as const;
const encodings = { h: "html", u: "url", t: "text" } as const;
const markerPattern = new RegExp(`${markerStart}([hut])(?:([ml])(\\d+)|x([A-Za-z]{1,40}))${markerEnd}`, "g");

/**
 * The text that stands for an open place. Its brackets are private characters that documents and contacts cannot
 * contain (see `cleanText`), so it cannot be forged, and HTML or quoting leave it as it is.
 */
export function writeMarker(marker: Marker): string {
  const place =
    marker.kind === "slot" ? `x${marker.name}` : `${marker.kind === "merge" ? "m" : "l"}${marker.index}`;
  return markerStart + letters[marker.encoding] + place + markerEnd;
}

/**
 * A place for a value of the sender's own that differs from recipient to recipient, such as a signed token: put
 * it into an address that is given to the renderer, then fill it by name. The name is letters only.
 */
export function recipientSlot(name: string): string {
  return writeMarker({ kind: "slot", encoding: "url", name });
}

/** Cuts rendered text at its markers, for compiling a message once and splicing values in. */
export function splitMarkers(rendered: string): (string | Marker)[] {
  const parts: (string | Marker)[] = [];
  let end = 0;
  for (const match of rendered.matchAll(markerPattern)) {
    if (match.index > end) parts.push(rendered.slice(end, match.index));
    parts.push(readMarker(match));
    end = match.index + match[0].length;
  }
  if (end < rendered.length) parts.push(rendered.slice(end));
  return parts;
}

/** The value for one marker, encoded for the place it stands in; one line, without CR, LF or other controls. */
export function encodeMarker(marker: Marker, mergeTags: readonly MergeTag[], values: MarkerValues): string {
  return encodeValue(valueFor(marker, mergeTags, values), marker.encoding);
}

export function encodeValue(value: string, encoding: MarkerEncoding): string {
  const clean = cleanLine(value);
  if (encoding === "html") return escapeHtml(clean);
  return encoding === "url" ? encodeUrlPart(clean) : clean;
}

/** Escapes for HTML text and for attribute values in quotes of either kind. */
export function escapeHtml(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;");
}

// encodeURIComponent leaves '()!*~ alone; quotes and brackets would end an address in plain text too early.
function encodeUrlPart(value: string): string {
  return encodeURIComponent(value).replace(
    /['()!*]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

function valueFor(marker: Marker, mergeTags: readonly MergeTag[], values: MarkerValues): string {
  if (marker.kind === "slot") return values.slots?.[marker.name] ?? "";
  const tag = marker.kind === "merge" ? mergeTags[marker.index] : undefined;
  return tag ? resolveMergeTag(tag, values.fields) : "";
}

function readMarker(match: RegExpExecArray): Marker {
  const encoding = encodings[match[1] as keyof typeof encodings];
  if (match[4] !== undefined) return { kind: "slot", encoding, name: match[4] };
  return { kind: match[2] === "m" ? "merge" : "link", encoding, index: Number(match[3]) };
}
