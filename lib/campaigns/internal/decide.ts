import type { Viewer } from "@/lib/accounts/viewer";
import { type AuditAction, recordAudit } from "@/lib/audit/record-audit";
import { enqueue } from "@/lib/jobs/enqueue";
import { type Prisma, type Transaction, transaction } from "@/lib/platform/db";
import type { CampaignStatus } from "@/lib/platform/generated/prisma/enums";
import { publishAfterCommit } from "@/lib/realtime/publish";
import { campaignTopic } from "@/lib/realtime/topics";
import type { ActivityKind, CampaignView } from "../campaign-schema";
import { getCampaign } from "../get-campaign";
import { forgetFigures, getCampaignFigures } from "../get-campaign-figures";
import { alignCampaignJob } from "../jobs/align-campaign";
import type { CampaignVerb } from "../status-rules";
import { alignDispatch } from "./align-dispatch";
import { moveCampaign } from "./move-campaign";
import { readCampaign } from "./read-campaign";
import { recordActivity } from "./record-activity";

type Decision = {
  verb: CampaignVerb;
  kind: ActivityKind;
  audit: AuditAction;
  change?: Prisma.CampaignUpdateManyMutationInput;
  details?: Record<string, string | number>;
  /** Joins the transaction. */
  also?: (tx: Transaction) => Promise<unknown>;
};

/**
 * Decides about a confirmed campaign: the row moves on condition, with its log, its audit entry and a job that carries the decision to the Dispatch; then
 * the same is done at once, so that it holds within the second. Throws `conflict` (`campaign_is_<status>`), `not_found`.
 */
export async function decide(viewer: Viewer, campaignId: string, decision: Decision): Promise<CampaignView> {
  const { workspaceId } = viewer;
  await readCampaign(viewer, campaignId);
  const figures = await getCampaignFigures(workspaceId, campaignId);
  await transaction(async (tx) => {
    const status: CampaignStatus = await moveCampaign(tx, viewer, campaignId, decision.verb, decision.change);
    await recordActivity(tx, viewer, {
      campaignId,
      kind: decision.kind,
      figures,
      ...(decision.details ? { details: decision.details } : {}),
    });
    await recordAudit(tx, {
      viewer,
      action: decision.audit,
      resourceType: "campaign",
      resourceId: campaignId,
      after: { status },
    });
    await decision.also?.(tx);
    await enqueue(tx, alignCampaignJob, { workspaceId, campaignId }, { startAfter: 2 });
  });
  await alignDispatch(workspaceId, campaignId);
  forgetFigures(workspaceId, campaignId);
  publishAfterCommit(campaignTopic(workspaceId, campaignId));
  return getCampaign(viewer, campaignId);
}
