import { type NewsletterDocument, walkBlocks } from "@/lib/content/document-schema";
import { GuardedFetchError, type GuardedFetchFault, guardedFetch } from "@/lib/platform/guarded-fetch";
import type { Finding } from "./campaign-schema";

export type DocumentLink = { url: string; blockId: string };

/** What asking a link's server said: an answer with a status, or why there was none. */
export type LinkAnswer = { status: number } | { fault: GuardedFetchFault };

/** Asks one address. Stands in for the network in tests. */
export type AskLink = (url: string) => Promise<LinkAnswer>;

const mostLinks = 40;
const atOnce = 8;
const keptMs = 10 * 60_000;
const mostKept = 1_000;
const kept = new Map<string, { atMs: number; answer: LinkAnswer }>();

/**
 * Asks each web address of the document once (at most 40, a few seconds together; answers are kept ten minutes). A page that its server says is
 * gone is an error; what could not be reached is a warning, because a laptop without a network must be able to send.
 */
export async function checkLinks(
  document: NewsletterDocument,
  { ask = askKept, isSkipped = () => false }: { ask?: AskLink; isSkipped?: (url: string) => boolean } = {},
): Promise<Finding[]> {
  const links = collectLinks(document)
    .filter(({ url }) => !isSkipped(url))
    .slice(0, mostLinks);
  const answers = new Map<string, LinkAnswer>();
  const waiting = [...new Set(links.map((link) => link.url))];
  const askNext = async (): Promise<void> => {
    for (let url = waiting.shift(); url !== undefined; url = waiting.shift()) {
      answers.set(url, await ask(url));
    }
  };
  await Promise.all(Array.from({ length: atOnce }, askNext));
  const isOnline = [...answers.values()].some((answer) => "status" in answer);
  return links.flatMap(({ url, blockId }) => {
    const answer = answers.get(url);
    const found = answer ? judge(answer, isOnline) : null;
    return found ? [{ ...found, blockId, values: { url: shortened(url) } }] : [];
  });
}

/** Every web address that a reader could follow, with its block; those with merge tags in them differ by reader and are left out. */
export function collectLinks(document: NewsletterDocument): DocumentLink[] {
  const links: DocumentLink[] = [];
  const seen = new Set<string>();
  for (const block of walkBlocks(document.blocks)) {
    // A columns block's content comes by itself.
    const own: unknown = block.type === "columns" ? {} : block;
    for (const url of hrefsOf(own)) {
      if (!/^https?:\/\//i.test(url) || url.includes("{{") || seen.has(`${block.id} ${url}`)) continue;
      seen.add(`${block.id} ${url}`);
      links.push({ url, blockId: block.id });
    }
  }
  return links;
}

function* hrefsOf(value: unknown): Generator<string> {
  if (Array.isArray(value)) {
    for (const item of value) yield* hrefsOf(item);
  } else if (typeof value === "object" && value !== null) {
    for (const [key, inner] of Object.entries(value)) {
      if ((key === "href" || key === "url") && typeof inner === "string") yield inner;
      else yield* hrefsOf(inner);
    }
  }
}

function judge(answer: LinkAnswer, isOnline: boolean): Pick<Finding, "code" | "severity"> | null {
  if ("status" in answer) {
    if (answer.status === 404 || answer.status === 410) return { code: "link_broken", severity: "error" };
    return answer.status >= 500 ? { code: "link_failing", severity: "warning" } : null;
  }
  if (answer.fault === "bad_url") return { code: "link_broken", severity: "error" };
  if (answer.fault === "private_address") return { code: "link_private", severity: "warning" };
  if (answer.fault === "unresolvable" && isOnline) return { code: "link_broken", severity: "error" };
  return { code: "link_unreachable", severity: "warning" };
}

async function askKept(url: string): Promise<LinkAnswer> {
  const known = kept.get(url);
  if (known && performance.now() - known.atMs < keptMs) return known.answer;
  const answer = await askOverHttp(url);
  // A page that is mended must not stay broken: only good answers are kept.
  if ("status" in answer && answer.status < 400) kept.set(url, { atMs: performance.now(), answer });
  for (const oldest of kept.keys()) {
    if (kept.size <= mostKept) break;
    kept.delete(oldest);
  }
  return answer;
}

/** HEAD first; servers that do not like it are asked again with GET, without reading the page. */
async function askOverHttp(url: string): Promise<LinkAnswer> {
  try {
    const head = await guardedFetch(url, { method: "HEAD", maxBytes: 0, timeoutMs: 3_000 });
    if (head.status < 400) return { status: head.status };
    const get = await guardedFetch(url, { maxBytes: 0, timeoutMs: 3_000 });
    return { status: get.status };
  } catch (error) {
    if (error instanceof GuardedFetchError) return { fault: error.fault };
    throw error;
  }
}

function shortened(url: string): string {
  return url.length > 80 ? `${url.slice(0, 79)}…` : url;
}
