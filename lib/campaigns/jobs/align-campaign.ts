import { z } from "zod";
import { defineJob } from "@/lib/jobs/define-job";
import { alignDispatch } from "../internal/align-dispatch";

/** Carries a pause, resume or cancel to the Dispatch when the process that decided it died before it could. */
export const alignCampaignJob = defineJob({
  name: "campaigns.align",
  payload: z.object({ workspaceId: z.uuid(), campaignId: z.uuid() }),
  run: async ({ workspaceId, campaignId }) => {
    await alignDispatch(workspaceId, campaignId);
  },
});
