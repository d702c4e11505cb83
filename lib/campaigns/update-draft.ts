import { assertCan } from "@/lib/accounts/permissions";
import type { Viewer } from "@/lib/accounts/viewer";
import { getNewsletter } from "@/lib/newsletters/get-newsletter";
import { now } from "@/lib/platform/clock";
import { type Transaction, transaction } from "@/lib/platform/db";
import { publishAfterCommit } from "@/lib/realtime/publish";
import { campaignTopic } from "@/lib/realtime/topics";
import { type CampaignView, type UpdateDraftInput, updateDraftInput } from "./campaign-schema";
import { getCampaign } from "./get-campaign";
import { assertOwnParts } from "./internal/assert-own-parts";
import { moveCampaign } from "./internal/move-campaign";
import { readCampaign } from "./internal/read-campaign";
import { readingViewer } from "./internal/reading-viewer";
import { recordActivity } from "./internal/record-activity";

/** Changes what is given of a draft. Throws `conflict` once it is confirmed, `not_found` for another workspace's campaign or parts. */
export async function updateDraft(viewer: Viewer, input: UpdateDraftInput): Promise<CampaignView> {
  assertCan(viewer, "campaigns.write");
  const { id, ...change } = updateDraftInput.parse(input);
  await readCampaign(viewer, id);
  if (change.newsletterId) await getNewsletter(readingViewer(viewer), change.newsletterId);
  await assertOwnParts(viewer, change);
  await transaction(async (tx) => {
    await moveCampaign(tx, viewer, id, "edit", {
      ...(change.name === undefined ? {} : { name: change.name }),
      ...(change.newsletterId === undefined ? {} : { newsletterId: change.newsletterId }),
      ...(change.senderId === undefined ? {} : { senderId: change.senderId }),
      ...(change.audience === undefined ? {} : { audience: change.audience }),
    });
    if (!(await wasJustEdited(tx, viewer, id))) {
      await recordActivity(tx, viewer, { campaignId: id, kind: "edited" });
    }
  });
  publishAfterCommit(campaignTopic(viewer.workspaceId, id));
  return getCampaign(viewer, id);
}

/** One line in the log for a sitting, not for every click. */
const sittingMs = 10 * 60_000;

async function wasJustEdited(tx: Transaction, viewer: Viewer, campaignId: string): Promise<boolean> {
  const last = await tx.campaignActivity.findFirst({
    where: { workspaceId: viewer.workspaceId, campaignId },
    orderBy: { id: "desc" },
    select: { kind: true, actorId: true, actorKind: true, at: true },
  });
  return (
    last?.kind === "edited" &&
    last.actorId === viewer.userId &&
    last.actorKind === viewer.via &&
    now().getTime() - last.at.getTime() < sittingMs
  );
}
