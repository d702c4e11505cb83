import type { Inline } from "@/lib/content/document-schema";
import { normaliseInline } from "@/lib/content/inline-schema";
import { safeUrl } from "@/lib/content/sanitize-url";
import { extractFacts, hrefOf } from "./facts";

/** The person's words as rich text: addresses in them can be followed, everything else is left exactly as written. */
export function linkify(text: string): Inline[] {
  const runs: Inline[] = [];
  let end = 0;
  for (const fact of extractFacts(text)) {
    if ((fact.kind !== "url" && fact.kind !== "email") || fact.start < end) continue;
    const href = safeUrl(hrefOf(fact));
    if (href === null) continue;
    runs.push({ type: "text", text: text.slice(end, fact.start) }, { type: "text", text: fact.text, href });
    end = fact.end;
  }
  runs.push({ type: "text", text: text.slice(end) });
  return normaliseInline(runs);
}
