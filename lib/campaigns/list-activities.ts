import { z } from "zod";
import { assertCan } from "@/lib/accounts/permissions";
import type { Viewer } from "@/lib/accounts/viewer";
import { db } from "@/lib/platform/db";
import type { FiguresView } from "@/lib/sending/get-figures";
import { type ActivityView, activityKinds } from "./campaign-schema";
import { readCampaign } from "./internal/read-campaign";

const input = z.object({
  /** Left out: the whole workspace's. */
  campaignId: z.uuid().optional(),
  cursor: z.uuid().optional(),
  limit: z.number().int().min(1).max(200).default(50),
});

export type ActivityPage = { data: ActivityView[]; nextCursor: string | null };

/** What happened to a campaign, or to all of the workspace's, newest first. Throws `not_found` for another workspace's campaign. */
export async function listActivities(
  viewer: Viewer,
  query: z.input<typeof input> = {},
): Promise<ActivityPage> {
  assertCan(viewer, "campaigns.read");
  const { campaignId, cursor, limit } = input.parse(query);
  if (campaignId) await readCampaign(viewer, campaignId);
  const rows = await db().campaignActivity.findMany({
    where: {
      workspaceId: viewer.workspaceId,
      ...(campaignId ? { campaignId } : {}),
      ...(cursor ? { id: { lt: cursor } } : {}),
    },
    orderBy: { id: "desc" },
    take: limit + 1,
    include: { campaign: { select: { name: true } } },
  });
  const page = rows.slice(0, limit);
  const names = await namesOf(page.flatMap((row) => (row.actorId ? [row.actorId] : [])));
  return {
    data: page.map((row) => ({
      id: row.id,
      campaignId: row.campaignId,
      campaignName: row.campaign.name,
      kind: z.enum(activityKinds).parse(row.kind),
      actor: { kind: row.actorKind, name: row.actorId ? (names.get(row.actorId) ?? null) : null },
      details: detailsSchema.parse(row.details ?? {}),
      // Written by recordActivity alone, as figures.
      figures: row.figures as FiguresView | null,
      at: row.at,
    })),
    nextCursor: rows.length > limit ? (page.at(-1)?.id ?? null) : null,
  };
}

const detailsSchema = z.record(z.string(), z.union([z.string(), z.number()]));

async function namesOf(userIds: string[]): Promise<Map<string, string>> {
  if (userIds.length === 0) return new Map();
  const users = await db().user.findMany({
    where: { id: { in: [...new Set(userIds)] } },
    select: { id: true, name: true, email: true },
  });
  return new Map(users.map((user) => [user.id, user.name ?? user.email]));
}
