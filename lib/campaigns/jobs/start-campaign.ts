import { z } from "zod";
import { defineJob } from "@/lib/jobs/define-job";
import { startConfirmedCampaign } from "../internal/start-confirmed-campaign";

const retry = { limit: 8, delaySeconds: 2 };

/** Freezes a confirmed campaign and sets it going. */
export const startCampaignJob = defineJob({
  name: "campaigns.start",
  payload: z.object({
    workspaceId: z.uuid(),
    campaignId: z.uuid(),
    /** Which scheduling this start belongs to; a later one overtakes it. */
    scheduleRun: z.int().optional(),
  }),
  retry,
  expireSeconds: 900,
  run: async (payload, { attempt }) => {
    await startConfirmedCampaign(payload, { isLastTry: attempt > retry.limit });
  },
});
