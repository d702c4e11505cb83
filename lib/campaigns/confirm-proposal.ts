import { assertCan } from "@/lib/accounts/permissions";
import type { Viewer } from "@/lib/accounts/viewer";
import { now } from "@/lib/platform/clock";
import { db, transaction } from "@/lib/platform/db";
import { AppError } from "@/lib/platform/errors";
import { publishAfterCommit } from "@/lib/realtime/publish";
import { campaignTopic } from "@/lib/realtime/topics";
import type { CampaignView } from "./campaign-schema";
import { getCampaign } from "./get-campaign";
import { confirmSend } from "./internal/confirm-send";
import { gatherSend } from "./internal/gather-send";
import { isUuid, readCampaign } from "./internal/read-campaign";
import { proposalState } from "./proposal-rules";
import { assertSendable, checkGathered } from "./run-preflight";

/**
 * A person's yes to exactly what the proposal said: the campaign goes out. Only a signed-in person can say it, never a key or a tool (`forbidden`).
 * Throws `conflict` when it was confirmed already or when content, audience or settings changed since (which voids it), `expired` after
 * an hour, `invalid` or `plan_required` when the check refuses, `not_found`.
 */
export async function confirmProposal(viewer: Viewer, proposalId: string): Promise<CampaignView> {
  assertCan(viewer, "campaigns.send");
  if (viewer.via !== "session" || !viewer.userId) {
    throw new AppError("forbidden", "a proposal is confirmed by a signed-in person", {
      userMessage: "person_must_confirm",
    });
  }
  const where = { id: proposalId, workspaceId: viewer.workspaceId };
  const proposal = isUuid(proposalId) && (await db().proposal.findFirst({ where }));
  if (!proposal) throw new AppError("not_found", `no proposal ${proposalId}`);
  assertOpen(proposalState(proposal, now()));

  const campaign = await readCampaign(viewer, proposal.campaignId);
  const gathered = await gatherSend(viewer, campaign);
  if (gathered.contentHash !== proposal.contentHash) {
    await db().proposal.updateMany({ where: { ...where, confirmedAt: null }, data: { voidedAt: now() } });
    throw changedSince();
  }
  assertSendable(await checkGathered(viewer, gathered));

  await transaction(async (tx) => {
    const { count } = await tx.proposal.updateMany({
      where: { ...where, confirmedAt: null, voidedAt: null, expiresAt: { gt: now() } },
      data: { confirmedAt: now(), confirmedById: viewer.userId },
    });
    if (count === 0) assertOpen("confirmed");
    await confirmSend(tx, viewer, campaign.id, gathered);
  });
  publishAfterCommit(campaignTopic(viewer.workspaceId, campaign.id));
  return getCampaign(viewer, campaign.id);
}

/** What was approved is not what would be sent. */
export function changedSince(): AppError {
  return new AppError("conflict", "content, audience or settings changed since", {
    userMessage: "proposal_changed",
  });
}

function assertOpen(state: ReturnType<typeof proposalState>): void {
  if (state === "open") return;
  if (state === "expired") {
    throw new AppError("expired", "the proposal is older than an hour", { userMessage: "proposal_expired" });
  }
  if (state === "voided") throw changedSince();
  throw new AppError("conflict", "the proposal is confirmed already", { userMessage: "proposal_confirmed" });
}
