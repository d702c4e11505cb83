import { jobViewer } from "@/lib/accounts/viewer";
import { recordAudit } from "@/lib/audit/record-audit";
import { parseDocument } from "@/lib/content/document-schema";
import { now } from "@/lib/platform/clock";
import { db, transaction } from "@/lib/platform/db";
import { AppError } from "@/lib/platform/errors";
import { log } from "@/lib/platform/log";
import { publishAfterCommit } from "@/lib/realtime/publish";
import { campaignTopic } from "@/lib/realtime/topics";
import { startDispatch } from "@/lib/sending/start-dispatch";
import { audienceSchema } from "../campaign-schema";
import { forgetFigures, getCampaignFigures } from "../get-campaign-figures";
import { alignDispatch } from "./align-dispatch";
import { tryMoveCampaign } from "./move-campaign";
import { recordActivity } from "./record-activity";
import { releaseScheduled } from "./release-scheduled";

type Start = { workspaceId: string; campaignId: string; scheduleRun?: number | undefined };

/**
 * Freezes what was confirmed and sets the Dispatch going. Safe to run twice: a campaign that is not `preparing` is left alone, and the Dispatch of a
 * campaign is made once. Whoever paused or cancelled in the meantime is obeyed.
 */
export async function startConfirmedCampaign(
  start: Start,
  { isLastTry }: { isLastTry: boolean },
): Promise<void> {
  if (start.scheduleRun !== undefined)
    await releaseScheduled(start.workspaceId, start.campaignId, start.scheduleRun);
  const campaign = await db().campaign.findFirst({
    where: { id: start.campaignId, workspaceId: start.workspaceId, status: "preparing" },
  });
  if (!campaign) return;
  const viewer = jobViewer(campaign.workspaceId, campaign.confirmedById);
  const content = contentOf(campaign.content);
  try {
    await startDispatch(viewer, {
      campaignId: campaign.id,
      ...(campaign.senderId ? { senderId: campaign.senderId } : {}),
      document: parseDocument(content.document),
      audience: audienceSchema.parse(campaign.audience),
      contentHash: content.settingsHash,
    });
  } catch (error) {
    if (!(error instanceof AppError) && !isLastTry) throw error;
    await failCampaign(campaign.workspaceId, campaign.id, error);
    return;
  }
  forgetFigures(campaign.workspaceId, campaign.id);
  const figures = await getCampaignFigures(campaign.workspaceId, campaign.id);
  await transaction(async (tx) => {
    if (!(await tryMoveCampaign(tx, viewer, campaign.id, "start", { startedAt: now() }))) return;
    await recordActivity(tx, viewer, { campaignId: campaign.id, kind: "started", figures });
    await recordAudit(tx, {
      viewer,
      action: "campaign.sent",
      resourceType: "campaign",
      resourceId: campaign.id,
      after: { audience: figures.audience },
    });
  });
  await alignDispatch(campaign.workspaceId, campaign.id);
  publishAfterCommit(campaignTopic(campaign.workspaceId, campaign.id));
}

function contentOf(value: unknown): { document: unknown; settingsHash: string } {
  if (typeof value === "object" && value !== null && "document" in value && "settingsHash" in value) {
    return { document: value.document, settingsHash: String(value.settingsHash) };
  }
  throw new AppError("invalid", "the campaign holds no confirmed content");
}

/** Nothing was frozen, so nobody was mailed. */
async function failCampaign(workspaceId: string, campaignId: string, error: unknown): Promise<void> {
  const failure = error instanceof AppError ? error.userMessage : "internal";
  log.error("campaign could not start", { campaignId, error: String(error) });
  const viewer = jobViewer(workspaceId);
  await transaction(async (tx) => {
    const moved = await tryMoveCampaign(tx, viewer, campaignId, "fail", { failure, finishedAt: now() });
    if (moved) await recordActivity(tx, viewer, { campaignId, kind: "failed", details: { failure } });
  });
  publishAfterCommit(campaignTopic(workspaceId, campaignId));
}
