import { fillMergeText, type MergeFields } from "@/lib/content/merge-tags";
import { isWebUrl } from "@/lib/content/sanitize-url";
import { now } from "@/lib/platform/clock";
import { pool } from "@/lib/platform/db";
import { readLinkToken } from "@/lib/platform/links";
import { log } from "@/lib/platform/log";
import { publishAfterCommit } from "@/lib/realtime/publish";
import { campaignTopic } from "@/lib/realtime/topics";
import { isMachine } from "./bot-rules";
import { recordSignal, type SignalInput } from "./record-signal";

export type HitRequest = { token: string; method: string; userAgent: string | null };

type Known = {
  id: string;
  workspaceId: string;
  campaignId: string;
  fields: MergeFields;
  url: string | null;
  settledAt: Date | null;
};

/** The open pixel was fetched. A token that is not ours changes nothing; a database that is away loses the hit, never the picture. */
export async function recordOpen({ token, method, userAgent }: HitRequest): Promise<void> {
  const link = readLinkToken("open", token);
  if (!link) return;
  try {
    const known = await findRecipient(link.recipientId, 0);
    if (known) await record(known, { recipientId: known.id, kind: "opened" }, method, userAgent);
  } catch (error) {
    log.warn("opening not recorded", { error: String(error) });
  }
}

/**
 * Where a click leads: the address stored with the Dispatch under the token's number, filled for its recipient; null for a token that is not
 * ours. Never an address from the request. The click is recorded; failing to do so does not keep the reader.
 */
export async function followLink({ token, method, userAgent }: HitRequest): Promise<string | null> {
  const link = readLinkToken("click", token);
  if (!link) return null;
  const known = await findRecipient(link.recipientId, link.linkIndex);
  if (!known?.url) return null;
  const target = fillMergeText(known.url, known.fields, encodeURIComponent);
  if (!isWebUrl(target)) return null;
  const signal = { recipientId: known.id, kind: "clicked", linkIndex: link.linkIndex } as const;
  await record(known, signal, method, userAgent).catch((error: unknown) =>
    log.warn("click not recorded", { error: String(error) }),
  );
  return target;
}

async function record(
  known: Known,
  signal: SignalInput,
  method: string,
  userAgent: string | null,
): Promise<void> {
  const bot = isMachine({ method, userAgent, acceptedAt: known.settledAt, at: now() });
  const { isFirst } = await recordSignal({ ...signal, bot });
  if (isFirst && !bot) publishAfterCommit(campaignTopic(known.workspaceId, known.campaignId));
}

async function findRecipient(recipientId: string, linkIndex: number): Promise<Known | undefined> {
  const { rows } = await pool().query<Known>(
    `SELECT r.id, r."workspaceId", d."campaignId", r.fields, d.links[$2 + 1] AS url,
            CASE WHEN r.state IN ('accepted', 'unknown') THEN r."settledAt" END AS "settledAt"
       FROM "Recipient" r JOIN "Dispatch" d ON d.id = r."dispatchId" WHERE r.id = $1`,
    [recipientId, linkIndex],
  );
  return rows[0];
}
