import { defineJob } from "@/lib/jobs/define-job";
import { campaignSettleMessage } from "@/lib/sending/settle-message";
import { settleCampaign } from "../internal/settle-campaign";

/** A Dispatch has nothing pending any more: its campaign is over. */
export const settleCampaignJob = defineJob({
  ...campaignSettleMessage,
  retry: { limit: 10, delaySeconds: 2 },
  run: async ({ workspaceId, campaignId }) => {
    await settleCampaign(workspaceId, campaignId);
  },
});
