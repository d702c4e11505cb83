"use server";

import { z } from "zod";
import { confirmProposal } from "@/lib/campaigns/confirm-proposal";
import { chooseAudience } from "@/lib/composer/arrange-send";
import { changeDraft, undoDraftChange } from "@/lib/composer/change-draft";
import { removeThread, renameThread } from "@/lib/composer/change-thread";
import { audienceSchema, threadIdInput, threadTitleInput } from "@/lib/composer/composer-schema";
import { createThreadFromTemplate } from "@/lib/composer/create-thread";
import { setTemplate } from "@/lib/composer/set-template";
import { operationSchema } from "@/lib/content/operations";
import { action } from "@/lib/entry/action";

const version = z.int().min(1);

export const changeDraftAction = action(
  {
    name: "composer.changeDraft",
    input: threadIdInput.extend({ version, operations: z.array(operationSchema).min(1).max(50) }),
    can: "newsletters.write",
  },
  async (viewer, input) => {
    const { version: saved, document } = await changeDraft(viewer, input);
    return { version: saved, document };
  },
);

export const undoChangeAction = action(
  { name: "composer.undoChange", input: threadIdInput.extend({ version }), can: "newsletters.write" },
  async (viewer, input) => {
    const { version: saved, document } = await undoDraftChange(viewer, input);
    return { version: saved, document };
  },
);

export const setTemplateAction = action(
  {
    name: "composer.setTemplate",
    input: threadIdInput.extend({ slug: z.string().max(60) }),
    can: "newsletters.write",
  },
  async (viewer, input) => {
    const { newsletterId, version: saved, document } = await setTemplate(viewer, input);
    return { newsletterId, version: saved, document };
  },
);

export const chooseAudienceAction = action(
  {
    name: "composer.chooseAudience",
    input: threadIdInput.extend({ audience: audienceSchema }),
    can: "campaigns.write",
  },
  async (viewer, input) => {
    const { count } = await chooseAudience(viewer, input);
    return { sendable: count.sendable };
  },
);

export const renameThreadAction = action(
  { name: "composer.renameThread", input: threadTitleInput, can: "chat.use" },
  (viewer, input) => renameThread(viewer, input),
);

export const removeThreadAction = action(
  { name: "composer.removeThread", input: threadIdInput, can: "chat.use" },
  (viewer, { threadId }) => removeThread(viewer, threadId),
);

export const fromTemplateAction = action(
  { name: "composer.fromTemplate", input: z.object({ slug: z.string().max(60) }), can: "chat.use" },
  async (viewer, input) => ({ threadId: (await createThreadFromTemplate(viewer, input)).id }),
);

export const confirmProposalAction = action(
  { name: "composer.confirm", input: z.object({ proposalId: z.uuid() }), can: "campaigns.send" },
  async (viewer, input) => {
    const { id } = await confirmProposal(viewer, input.proposalId);
    return { campaignId: id };
  },
);
