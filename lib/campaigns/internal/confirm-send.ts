import type { Viewer } from "@/lib/accounts/viewer";
import { recordAudit } from "@/lib/audit/record-audit";
import { enqueue } from "@/lib/jobs/enqueue";
import { now } from "@/lib/platform/clock";
import type { Prisma, Transaction } from "@/lib/platform/db";
import { AppError } from "@/lib/platform/errors";
import { startCampaignJob } from "../jobs/start-campaign";
import type { GatheredSend } from "./gather-send";
import { moveCampaign } from "./move-campaign";
import { recordActivity } from "./record-activity";

/**
 * Writes down what was confirmed (the document as it is now, never the live newsletter later) and enqueues the start, in the caller's transaction.
 * Throws `conflict` when the campaign is no draft any more.
 */
export async function confirmSend(
  tx: Transaction,
  viewer: Viewer,
  campaignId: string,
  gathered: GatheredSend,
): Promise<void> {
  await moveCampaign(tx, viewer, campaignId, "confirm", confirmedContent(viewer, gathered));
  await recordActivity(tx, viewer, {
    campaignId,
    kind: "confirmed",
    details: { people: gathered.count.sendable, subject: gathered.document.meta.subject },
  });
  await recordAudit(tx, {
    viewer,
    action: "campaign.confirmed",
    resourceType: "campaign",
    resourceId: campaignId,
    after: { people: gathered.count.sendable },
  });
  await enqueue(tx, startCampaignJob, { workspaceId: viewer.workspaceId, campaignId });
}

/** The columns that hold a confirmation. */
export function confirmedContent(
  viewer: Viewer,
  gathered: GatheredSend,
): Prisma.CampaignUpdateManyMutationInput {
  if (!gathered.settingsHash || !gathered.sender) {
    throw new AppError("invalid", "no Sender or postal address", { userMessage: "preflight_failed" });
  }
  return {
    contentHash: gathered.contentHash,
    content: {
      document: gathered.document as unknown as Prisma.InputJsonObject,
      settingsHash: gathered.settingsHash,
    },
    subject: gathered.document.meta.subject,
    senderId: gathered.sender.id,
    confirmedAt: now(),
    confirmedById: viewer.userId,
    pausedReason: null,
  };
}
