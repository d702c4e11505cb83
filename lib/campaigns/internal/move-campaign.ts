import type { Viewer } from "@/lib/accounts/viewer";
import type { Prisma, Transaction } from "@/lib/platform/db";
import { AppError } from "@/lib/platform/errors";
import type { CampaignStatus } from "@/lib/platform/generated/prisma/enums";
import { type CampaignVerb, nextStatus, startsFrom } from "../status-rules";

/**
 * Moves a campaign by a verb of the status machine, on condition that its status still allows it; of two at once one wins. Throws `conflict`
 * (`campaign_is_<status>`) when it does not, `not_found` for another workspace's.
 */
export async function moveCampaign(
  tx: Transaction,
  viewer: Pick<Viewer, "workspaceId">,
  id: string,
  verb: CampaignVerb,
  change: Prisma.CampaignUpdateManyMutationInput = {},
): Promise<CampaignStatus> {
  const moved = await tryMoveCampaign(tx, viewer, id, verb, change);
  if (moved) return moved;
  const row = await tx.campaign.findFirst({
    where: { id, workspaceId: viewer.workspaceId },
    select: { status: true },
  });
  if (!row) throw new AppError("not_found", `no campaign ${id}`);
  throw new AppError("conflict", `cannot ${verb} a campaign that is ${row.status}`, {
    userMessage: `campaign_is_${row.status}`,
  });
}

/** The same, but null when the campaign is elsewhere by now. */
export async function tryMoveCampaign(
  tx: Transaction,
  viewer: Pick<Viewer, "workspaceId">,
  id: string,
  verb: CampaignVerb,
  change: Prisma.CampaignUpdateManyMutationInput = {},
): Promise<CampaignStatus | null> {
  for (const from of startsFrom(verb)) {
    const to = nextStatus(from, verb);
    if (!to) continue;
    const { count } = await tx.campaign.updateMany({
      where: { id, workspaceId: viewer.workspaceId, status: from },
      data: { ...change, status: change.status ?? to },
    });
    if (count > 0) return typeof change.status === "string" ? change.status : to;
  }
  return null;
}
