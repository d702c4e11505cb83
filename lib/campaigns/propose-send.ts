import { assertCan } from "@/lib/accounts/permissions";
import type { Viewer } from "@/lib/accounts/viewer";
import { assertFeature } from "@/lib/entitlements/entitlements";
import { now } from "@/lib/platform/clock";
import { db, type Prisma } from "@/lib/platform/db";
import { AppError } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/ids";
import type { ProposalView } from "./campaign-schema";
import { gatherSend } from "./internal/gather-send";
import { readCampaign } from "./internal/read-campaign";
import { estimateSeconds, proposalLifeMs } from "./proposal-rules";
import { checkGathered } from "./run-preflight";

/**
 * Says exactly what a confirmation would do, and keeps it for an hour under a hash of content, audience and settings. Nothing is sent by it, so a
 * tool may call it. Throws `plan_required`, `conflict` for a campaign that is no draft, `not_found`.
 */
export async function proposeSend(viewer: Viewer, campaignId: string): Promise<ProposalView> {
  assertCan(viewer, "campaigns.write");
  const campaign = await readCampaign(viewer, campaignId);
  if (campaign.status !== "draft") {
    throw new AppError("conflict", `the campaign is ${campaign.status}`, {
      userMessage: `campaign_is_${campaign.status}`,
    });
  }
  await assertFeature(viewer.workspaceId, "campaigns");
  const gathered = await gatherSend(viewer, campaign);
  const { ok, findings } = await checkGathered(viewer, gathered);
  const createdAt = now();
  const expiresAt = new Date(createdAt.getTime() + proposalLifeMs);
  const view: ProposalView = {
    id: newId(),
    campaignId,
    campaignName: campaign.name,
    contentHash: gathered.contentHash,
    from: { name: gathered.sender?.fromName ?? "", email: gathered.sender?.fromEmail ?? "" },
    subject: gathered.document.meta.subject,
    audience: { total: gathered.count.total, sendable: gathered.count.sendable },
    excluded: gathered.count.excluded,
    estimatedSeconds: estimateSeconds(gathered.count.sendable),
    findings,
    ok,
    state: "open",
    createdAt: createdAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
  };
  await db().proposal.create({
    data: {
      id: view.id,
      workspaceId: viewer.workspaceId,
      campaignId,
      contentHash: view.contentHash,
      view: view as unknown as Prisma.InputJsonValue,
      createdById: viewer.userId,
      createdVia: viewer.via,
      createdAt,
      expiresAt,
    },
  });
  return view;
}
