/** A hit this soon after acceptance is the receiving side's scanner, not a reader. */
export const scannerSeconds = 2;

/** Security scanners, link previews, prefetchers and plain HTTP clients, by what they say of themselves. */
const machines =
  /bot\b|bots\b|crawl|spider|slurp|preview|scan|monitor|facebookexternalhit|whatsapp|telegram|slack|discord|skype|barracuda|proofpoint|mimecast|symantec|messagelabs|trendmicro|forcepoint|fireeye|safelinks|curl\/|wget\/|python|java\/|okhttp|go-http-client|libwww|axios|node-fetch|undici|httpclient/i;

export type Hit = { method: string; userAgent: string | null; acceptedAt: Date | null; at: Date };

/** Whether a machine opened or followed, as far as one can tell. */
export function isMachine({ method, userAgent, acceptedAt, at }: Hit): boolean {
  if (method === "HEAD" || !userAgent || machines.test(userAgent)) return true;
  // Not accepted yet: a person cannot have it.
  if (!acceptedAt) return true;
  return at.getTime() - acceptedAt.getTime() < scannerSeconds * 1_000;
}
