import { enqueue } from "@/lib/jobs/enqueue";
import { type Transaction, transaction } from "@/lib/platform/db";
import { publishAfterCommit } from "@/lib/realtime/publish";
import { campaignTopic } from "@/lib/realtime/topics";
import { campaignSettleMessage } from "../settle-message";

/**
 * Ends a Dispatch of which nothing pends: the end and the message to campaigns commit together, once. False when something pends still, or
 * when it had ended before.
 */
export async function settleDispatch(dispatchId: string): Promise<boolean> {
  const ended = await transaction(async (tx) => {
    const rows = await tx.$queryRaw<{ workspaceId: string; campaignId: string }[]>`
      UPDATE "Dispatch" SET "finishedAt" = now(), "lastFault" = NULL,
             state = CASE WHEN state = 'stopped' THEN state ELSE 'finished'::"DispatchState" END
       WHERE id = ${dispatchId}::uuid AND "finishedAt" IS NULL
         AND NOT EXISTS (SELECT 1 FROM "Batch" WHERE "dispatchId" = ${dispatchId}::uuid AND pending > 0)
      RETURNING "workspaceId", "campaignId"`;
    const row = rows[0];
    if (row) await tellCampaigns(tx, row);
    return row;
  });
  if (ended) publishAfterCommit(campaignTopic(ended.workspaceId, ended.campaignId));
  return ended !== undefined;
}

async function tellCampaigns(
  tx: Transaction,
  ids: { workspaceId: string; campaignId: string },
): Promise<void> {
  await enqueue(tx, { ...campaignSettleMessage, run: async () => undefined }, ids);
}
