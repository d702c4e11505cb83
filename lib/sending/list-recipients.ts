import { assertCan } from "@/lib/accounts/permissions";
import type { Viewer } from "@/lib/accounts/viewer";
import { pool } from "@/lib/platform/db";
import { AppError } from "@/lib/platform/errors";
import type { RecipientState } from "@/lib/platform/generated/prisma/enums";
import { getDispatch } from "./find-dispatch";

export type RecipientView = {
  id: string;
  contactId: string;
  email: string;
  name: string;
  state: RecipientState;
  /** Why excluded or rejected. */
  reason: string | null;
  /** The mail server's last answer. */
  response: string | null;
  attempts: number;
  /** As in the message's header; null for who was never handed over. */
  messageId: string | null;
  handedAt: Date | null;
  settledAt: Date | null;
  openedAt: Date | null;
  clickedAt: Date | null;
  unsubscribedAt: Date | null;
};

export type RecipientQuery = {
  campaignId: string;
  state?: RecipientState | undefined;
  /** Part of an address or name, three characters or more; shorter ones are ignored. */
  search?: string | undefined;
  cursor?: string | undefined;
  /** 1 to 200, default 50. */
  limit?: number | undefined;
};

/** A page of a campaign's recipients in the order they are written to. Throws `forbidden`, `not_found`, `invalid` (cursor). */
export async function listRecipients(
  viewer: Viewer,
  query: RecipientQuery,
): Promise<{ data: RecipientView[]; nextCursor: string | null }> {
  assertCan(viewer, "campaigns.read");
  const dispatch = await getDispatch(viewer.workspaceId, query.campaignId);
  const limit = Math.min(200, Math.max(1, Math.trunc(query.limit ?? 50)));
  if (query.cursor && !/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(query.cursor)) {
    throw new AppError("invalid", "not a cursor of this list", { fields: { cursor: "invalid" } });
  }
  const search = query.search?.trim();
  const { rows } = await pool().query<RecipientView>(
    `SELECT page.*,
            (SELECT "firstAt" FROM "DeliverySignal" WHERE "recipientId" = page.id AND kind = 'opened' AND "linkIndex" = -1 AND NOT bot) AS "openedAt",
            (SELECT "firstAt" FROM "DeliverySignal" WHERE "recipientId" = page.id AND kind = 'clicked' AND "linkIndex" = -1 AND NOT bot) AS "clickedAt",
            (SELECT "firstAt" FROM "DeliverySignal" WHERE "recipientId" = page.id AND kind = 'unsubscribed' AND "linkIndex" = -1 AND NOT bot) AS "unsubscribedAt"
       FROM (SELECT r.id, r."contactId", r.email, r.name, r.state, r.reason, r.response, r.attempts,
                    CASE WHEN r."handedAt" IS NOT NULL THEN '<r-' || r.id || '@' || $6 || '>' END AS "messageId",
                    r."handedAt", r."settledAt"
               FROM "Recipient" r
              WHERE r."dispatchId" = $1 AND ($2::uuid IS NULL OR r.id > $2)
                AND ($3::text IS NULL OR r.state = $3::"RecipientState")
                AND ($4::text IS NULL OR strpos(lower(r.email), $4) > 0 OR strpos(lower(r.name), $4) > 0)
              ORDER BY r.id LIMIT $5) AS page
      ORDER BY page.id`,
    [
      dispatch.id,
      query.cursor ?? null,
      query.state ?? null,
      search && search.length >= 3 ? search.toLowerCase() : null,
      limit + 1,
      await messageDomain(dispatch.id),
    ],
  );
  const data = rows.slice(0, limit);
  return { data, nextCursor: rows.length > limit ? (data.at(-1)?.id ?? null) : null };
}

async function messageDomain(dispatchId: string): Promise<string> {
  const { rows } = await pool().query<{ domain: string }>(
    `SELECT split_part(content #>> '{sender,fromEmail}', '@', 2) AS domain FROM "Dispatch" WHERE id = $1`,
    [dispatchId],
  );
  return rows[0]?.domain ?? "";
}
