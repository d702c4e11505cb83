import { z } from "zod";

/**
 * Enqueued in the transaction in which a Dispatch has nothing pending any more, finished or stopped. Campaigns, a floor above, define the job
 * of this name.
 */
export const campaignSettleMessage = {
  name: "campaigns.settle",
  payload: z.object({ workspaceId: z.uuid(), campaignId: z.uuid() }),
} as const;
