import { z } from "zod";
import type { Viewer } from "@/lib/accounts/viewer";
import { db, type Prisma, type Transaction } from "@/lib/platform/db";
import { AppError } from "@/lib/platform/errors";
import type { FiguresView } from "@/lib/sending/get-figures";
import { audienceSchema, type CampaignView } from "../campaign-schema";

/** All but the frozen document, which is large and wanted only at the start. */
export const campaignFields = {
  id: true,
  workspaceId: true,
  name: true,
  subject: true,
  status: true,
  pausedReason: true,
  newsletterId: true,
  senderId: true,
  audience: true,
  contentHash: true,
  confirmedAt: true,
  confirmedById: true,
  scheduledFor: true,
  timeZone: true,
  scheduleRun: true,
  startedAt: true,
  finishedAt: true,
  failure: true,
  createdAt: true,
  updatedAt: true,
} as const satisfies Prisma.CampaignSelect;

export type CampaignRow = Prisma.CampaignGetPayload<{ select: typeof campaignFields }>;

/** The workspace's own campaign, or `not_found`. */
export async function readCampaign(
  viewer: Pick<Viewer, "workspaceId">,
  id: string,
  tx: Transaction = db(),
): Promise<CampaignRow> {
  const row =
    isUuid(id) &&
    (await tx.campaign.findFirst({
      where: { id, workspaceId: viewer.workspaceId },
      select: campaignFields,
    }));
  if (!row) throw new AppError("not_found", `no campaign ${id}`);
  return row;
}

export function toCampaignView(row: CampaignRow, figures: FiguresView): CampaignView {
  const { workspaceId: _w, confirmedById: _c, scheduleRun: _s, audience, ...rest } = row;
  return { ...rest, audience: audienceSchema.parse(audience), figures };
}

/** Ids come from addresses too; what is none is not there. */
export function isUuid(id: string): boolean {
  return z.uuid().safeParse(id).success;
}
