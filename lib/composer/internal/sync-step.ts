import type { Viewer } from "@/lib/accounts/viewer";
import { getCampaign } from "@/lib/campaigns/get-campaign";
import { db } from "@/lib/platform/db";
import { isAppError } from "@/lib/platform/errors";
import type { WorkflowStep } from "../workflow-rules";
import type { ThreadRow } from "./thread-rows";

/**
 * A campaign may be sent, scheduled or called off from its own page: the thread follows what became of it, here and on every other device.
 */
export async function syncStepWithCampaign(viewer: Viewer, thread: ThreadRow): Promise<ThreadRow> {
  if (thread.campaignId === null || thread.step === "sent") return thread;
  const campaign = await getCampaign(viewer, thread.campaignId).catch((error) => {
    if (isAppError(error, "not_found") || isAppError(error, "forbidden")) return null;
    throw error;
  });
  if (!campaign) return thread;
  const step = stepFor(campaign.status, thread.step);
  if (step === thread.step) return thread;
  await db().thread.updateMany({
    where: { id: thread.id, workspaceId: viewer.workspaceId, step: thread.step },
    data: { step },
  });
  return { ...thread, step };
}

function stepFor(status: string, step: WorkflowStep): WorkflowStep {
  if (status === "draft") return step === "scheduled" ? "review" : step;
  return status === "scheduled" ? "scheduled" : "sent";
}
