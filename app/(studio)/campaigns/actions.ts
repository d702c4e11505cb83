"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { audienceSchema } from "@/lib/campaigns/campaign-schema";
import { cancelCampaign } from "@/lib/campaigns/cancel-campaign";
import { confirmProposal } from "@/lib/campaigns/confirm-proposal";
import { createCampaign } from "@/lib/campaigns/create-campaign";
import { fixFinding } from "@/lib/campaigns/fix-finding";
import { pauseCampaign } from "@/lib/campaigns/pause-campaign";
import { proposeSend } from "@/lib/campaigns/propose-send";
import { resumeCampaign } from "@/lib/campaigns/resume-campaign";
import { runPreflight } from "@/lib/campaigns/run-preflight";
import { sendTest } from "@/lib/campaigns/send-test";
import { updateDraft } from "@/lib/campaigns/update-draft";
import { action } from "@/lib/entry/action";

const idInput = z.object({ id: z.uuid() });

export const createCampaignAction = action(
  { name: "campaigns.create", input: z.object({ newsletterId: z.uuid() }), can: "campaigns.write" },
  async (viewer, input) => {
    const campaign = await createCampaign(viewer, input);
    revalidatePath("/campaigns");
    return { id: campaign.id };
  },
);

export const updateDraftAction = action(
  {
    name: "campaigns.edit",
    input: idInput.extend({
      name: z.string().trim().min(1, "required").max(200, "too_long").optional(),
      senderId: z.uuid().optional(),
      audience: audienceSchema.optional(),
    }),
    can: "campaigns.write",
  },
  async (viewer, input) => {
    await updateDraft(viewer, input);
    revalidatePath(`/campaigns/${input.id}`);
  },
);

export const runPreflightAction = action(
  { name: "campaigns.check", input: idInput, can: "campaigns.read" },
  (viewer, input) => runPreflight(viewer, input.id),
);

export const fixFindingAction = action(
  {
    name: "campaigns.fix",
    input: idInput.extend({ code: z.string().max(60), blockId: z.string().max(60).optional() }),
    can: "newsletters.write",
  },
  async (viewer, input) => {
    const fixed = await fixFinding(viewer, {
      campaignId: input.id,
      code: input.code,
      blockId: input.blockId,
    });
    revalidatePath(`/campaigns/${input.id}`);
    return fixed;
  },
);

export const proposeSendAction = action(
  { name: "campaigns.propose", input: idInput, can: "campaigns.write" },
  (viewer, input) => proposeSend(viewer, input.id),
);

export const confirmProposalAction = action(
  { name: "campaigns.confirm", input: z.object({ proposalId: z.uuid() }), can: "campaigns.send" },
  async (viewer, input) => {
    const campaign = await confirmProposal(viewer, input.proposalId);
    revalidatePath(`/campaigns/${campaign.id}`);
    revalidatePath("/campaigns");
    return { campaignId: campaign.id };
  },
);

export const sendTestAction = action(
  {
    name: "campaigns.test",
    input: idInput.extend({
      to: z
        .string()
        .transform((text) => text.split(/[\s,;]+/).filter(Boolean))
        .pipe(z.array(z.email("email_invalid")).min(1, "required").max(5, "test_too_many")),
    }),
    can: "campaigns.write",
  },
  (viewer, input) => sendTest(viewer, { campaignId: input.id, to: input.to }),
);

export const pauseCampaignAction = action(
  { name: "campaigns.pause", input: idInput, can: "campaigns.send" },
  async (viewer, input) => {
    await pauseCampaign(viewer, input.id);
    revalidatePath(`/campaigns/${input.id}`);
  },
);

export const resumeCampaignAction = action(
  { name: "campaigns.resume", input: idInput, can: "campaigns.send" },
  async (viewer, input) => {
    await resumeCampaign(viewer, input.id);
    revalidatePath(`/campaigns/${input.id}`);
  },
);

export const cancelCampaignAction = action(
  { name: "campaigns.cancel", input: idInput, can: "campaigns.send" },
  async (viewer, input) => {
    await cancelCampaign(viewer, input.id);
    revalidatePath(`/campaigns/${input.id}`);
  },
);
