import { pool } from "@/lib/platform/db";

/** How a campaign stands: `audience = accepted + rejected + unknown + excluded + pending`, always. */
export type FiguresView = {
  audience: number;
  excluded: number;
  pending: number;
  accepted: number;
  rejected: number;
  unknown: number;
  delivered: number;
  opened: number;
  clicked: number;
  bounced: number;
  complained: number;
  unsubscribed: number;
};

export type HourFiguresView = {
  hour: Date;
  accepted: number;
  rejected: number;
  opened: number;
  clicked: number;
  unsubscribed: number;
};

export type LinkFiguresView = { index: number; url: string; people: number; clicks: number };

const figureNames = [
  "audience",
  "excluded",
  "accepted",
  "rejected",
  "unknown",
  "delivered",
  "opened",
  "clicked",
  "bounced",
  "complained",
  "unsubscribed",
] as const;

const sums = figureNames.map((name) => `COALESCE(sum(f.${name}), 0)::int AS ${name}`).join(", ");

/** Zeros before the campaign was started. Opens and clicks count people, without machines. */
export async function getFigures(workspaceId: string, campaignId: string): Promise<FiguresView> {
  const { rows } = await pool().query<Omit<FiguresView, "pending">>({
    name: "sending.get-figures",
    text: `SELECT ${sums} FROM "Dispatch" d JOIN "FigureDelta" f ON f."dispatchId" = d.id
            WHERE d."workspaceId" = $1 AND d."campaignId" = $2`,
    values: [workspaceId, campaignId],
  });
  const [sum] = rows;
  if (!sum) throw new Error("an aggregate has one row");
  const settled = sum.accepted + sum.rejected + sum.unknown + sum.excluded;
  return { ...sum, pending: sum.audience - settled };
}

/** What happened in each hour (UTC) in which something did, oldest first. */
export async function listFiguresByHour(workspaceId: string, campaignId: string): Promise<HourFiguresView[]> {
  const { rows } = await pool().query<HourFiguresView>(
    `SELECT date_trunc('hour', f.at, 'UTC') AS hour, sum(f.accepted)::int AS accepted, sum(f.rejected)::int AS rejected,
            sum(f.opened)::int AS opened, sum(f.clicked)::int AS clicked, sum(f.unsubscribed)::int AS unsubscribed
       FROM "Dispatch" d JOIN "FigureDelta" f ON f."dispatchId" = d.id
      WHERE d."workspaceId" = $1 AND d."campaignId" = $2
      GROUP BY 1 ORDER BY 1`,
    [workspaceId, campaignId],
  );
  return rows;
}

/** Every counted link in reading order: how many people followed it, and how often. Machines are left out. */
export async function listFiguresByLink(workspaceId: string, campaignId: string): Promise<LinkFiguresView[]> {
  const { rows } = await pool().query<LinkFiguresView>(
    `SELECT (link.place - 1)::int AS index, link.url, count(s."recipientId")::int AS people, COALESCE(sum(s.count), 0)::int AS clicks
       FROM "Dispatch" d CROSS JOIN LATERAL unnest(d.links) WITH ORDINALITY AS link(url, place)
       LEFT JOIN "DeliverySignal" s
         ON s."dispatchId" = d.id AND s.kind = 'clicked' AND s."linkIndex" = link.place - 1 AND NOT s.bot
      WHERE d."workspaceId" = $1 AND d."campaignId" = $2
      GROUP BY link.place, link.url ORDER BY link.place`,
    [workspaceId, campaignId],
  );
  return rows;
}

/** Why members of the audience were left out, the most frequent reason first. */
export async function listExclusions(
  workspaceId: string,
  campaignId: string,
): Promise<{ reason: string; count: number }[]> {
  const { rows } = await pool().query<{ reason: string; count: number }>(
    `SELECT COALESCE(r.reason, 'other') AS reason, count(*)::int AS count
       FROM "Dispatch" d JOIN "Recipient" r ON r."dispatchId" = d.id
      WHERE d."workspaceId" = $1 AND d."campaignId" = $2 AND r.state = 'excluded'
      GROUP BY 1 ORDER BY 2 DESC, 1`,
    [workspaceId, campaignId],
  );
  return rows;
}
