import { db } from "@/lib/platform/db";
import { AppError } from "@/lib/platform/errors";
import type { Dispatch } from "@/lib/platform/generated/prisma/client";
import type { DispatchState } from "@/lib/platform/generated/prisma/enums";

export type DispatchView = {
  id: string;
  campaignId: string;
  state: DispatchState;
  pausedReason: string | null;
  contentHash: string;
  startedAt: Date;
  /** Since when nothing pends, also after a stop. */
  finishedAt: Date | null;
  /** Why nothing could be handed over the last time, while it lasts. */
  lastFault: string | null;
};

const viewColumns = {
  id: true,
  campaignId: true,
  state: true,
  pausedReason: true,
  contentHash: true,
  startedAt: true,
  finishedAt: true,
  lastFault: true,
} as const satisfies Partial<Record<keyof Dispatch, true>>;

/** The running of a campaign, or null before it was started. */
export async function findDispatch(workspaceId: string, campaignId: string): Promise<DispatchView | null> {
  return db().dispatch.findFirst({ where: { workspaceId, campaignId }, select: viewColumns });
}

/** As `findDispatch`. Throws `not_found`. */
export async function getDispatch(workspaceId: string, campaignId: string): Promise<DispatchView> {
  const dispatch = await findDispatch(workspaceId, campaignId);
  if (!dispatch) throw new AppError("not_found", `campaign ${campaignId} has no dispatch in the workspace`);
  return dispatch;
}
