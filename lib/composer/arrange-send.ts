import type { Viewer } from "@/lib/accounts/viewer";
import type { Preflight, ProposalView } from "@/lib/campaigns/campaign-schema";
import { createCampaign } from "@/lib/campaigns/create-campaign";
import { proposeSend } from "@/lib/campaigns/propose-send";
import { runPreflight } from "@/lib/campaigns/run-preflight";
import { sendTest } from "@/lib/campaigns/send-test";
import { updateDraft } from "@/lib/campaigns/update-draft";
import { countAudience } from "@/lib/contacts/count-audience";
import { isAppError } from "@/lib/platform/errors";
import { type Audience, audienceSchema } from "./composer-schema";
import type { ThreadRow } from "./internal/thread-rows";
import { withStep } from "./internal/with-step";

/**
 * Who the thread's newsletter is for. Throws `conflict` while there is no draft or once it was sent, `plan_required` where campaigns are
 * locked, `not_found` for lists of another workspace.
 */
export async function chooseAudience(
  viewer: Viewer,
  input: { threadId: string; audience: Audience },
): Promise<{ audience: Audience; campaignId: string; count: Awaited<ReturnType<typeof countAudience>> }> {
  const audience = audienceSchema.parse(input.audience);
  return withStep(viewer, input.threadId, "choose_audience", async (thread) => {
    const campaignId = await draftCampaign(viewer, thread, audience);
    const count = await countAudience(viewer, audience);
    return { result: { audience, campaignId, count }, patch: { audience, campaignId } };
  });
}

/** What the check before sending finds. Throws `conflict` while there is no draft, `plan_required` where campaigns are locked. */
export async function checkThread(
  viewer: Viewer,
  threadId: string,
): Promise<Preflight & { campaignId: string }> {
  return withStep(viewer, threadId, "check", async (thread) => {
    const campaignId = await draftCampaign(viewer, thread, thread.audience ?? undefined);
    return { result: { ...(await runPreflight(viewer, campaignId)), campaignId }, patch: { campaignId } };
  });
}

/** Mails the newsletter as it is to the given addresses, marked as a test. Throws `conflict` while there is no draft. */
export async function sendThreadTest(
  viewer: Viewer,
  input: { threadId: string; to: string[] },
): Promise<{ to: string[] }> {
  return withStep(viewer, input.threadId, "send_test", async (thread) => {
    await sendTest(viewer, { newsletterId: thread.newsletterId ?? undefined, to: input.to });
    return { result: { to: input.to } };
  });
}

/**
 * What would be sent, to whom, with everything the check found, under one hash; nothing leaves before a person confirms it. Throws
 * `conflict` before an audience was chosen.
 */
export async function proposeThreadSend(viewer: Viewer, threadId: string): Promise<ProposalView> {
  return withStep(viewer, threadId, "propose_send", async (thread) => {
    const campaignId = await draftCampaign(viewer, thread, thread.audience ?? undefined);
    return { result: await proposeSend(viewer, campaignId), patch: { campaignId } };
  });
}

/** The thread's campaign while it is a draft, with this audience; made when there is none. */
async function draftCampaign(
  viewer: Viewer,
  thread: ThreadRow,
  audience: Audience | undefined,
): Promise<string> {
  if (thread.campaignId !== null) {
    try {
      if (audience) await updateDraft(viewer, { id: thread.campaignId, audience });
      return thread.campaignId;
    } catch (error) {
      if (!isAppError(error, "not_found")) throw error;
    }
  }
  const campaign = await createCampaign(viewer, {
    newsletterId: thread.newsletterId ?? "",
    ...(audience ? { audience } : {}),
  });
  return campaign.id;
}
