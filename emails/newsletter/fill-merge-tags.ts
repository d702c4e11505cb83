import type { MergeFields } from "@/lib/content/merge-tags";
import { encodeMarker, type Marker, splitMarkers } from "./markers";
import type { RenderedNewsletter } from "./render-newsletter";

export type FilledNewsletter = { html: string; text: string; subject: string; preheader: string };

/**
 * What one recipient gets. Every value is encoded for the place it stands in, so that no name can become markup, an
 * address, a header or another tag. `fillMergeTags(rendered, {})` shows the fallbacks. `slots` are the values of
 * `recipientSlot` places. Cutting happens once per rendered newsletter; filling is joining strings.
 */
export function fillMergeTags(
  rendered: RenderedNewsletter,
  fields: MergeFields,
  slots?: Readonly<Record<string, string>>,
): FilledNewsletter {
  const cut = partsOf(rendered);
  const values = { fields, slots };
  const fill = (parts: readonly (string | Marker)[]) =>
    parts
      .map((part) => (typeof part === "string" ? part : encodeMarker(part, rendered.mergeTags, values)))
      .join("");
  return {
    html: fill(cut.html),
    text: fill(cut.text),
    subject: fill(cut.subject).trim(),
    preheader: fill(cut.preheader).trim(),
  };
}

type Parts = Record<keyof FilledNewsletter, (string | Marker)[]>;

const known = new WeakMap<RenderedNewsletter, Parts>();

function partsOf(rendered: RenderedNewsletter): Parts {
  const before = known.get(rendered);
  if (before) return before;
  const parts = {
    html: splitMarkers(rendered.html),
    text: splitMarkers(rendered.text),
    subject: splitMarkers(rendered.subject),
    preheader: splitMarkers(rendered.preheader),
  };
  known.set(rendered, parts);
  return parts;
}
