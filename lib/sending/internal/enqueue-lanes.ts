import { enqueue } from "@/lib/jobs/enqueue";
import { pool } from "@/lib/platform/db";
import { deliverJob } from "../jobs/deliver";
import { batchSize, lanesPerDispatch } from "../sending-rules";

/** Starts as many delivery jobs as the waiting batches are worth. One too many finds nothing to do and ends. */
export async function enqueueLanes(dispatch: { id: string; workspaceId: string }): Promise<void> {
  const { rows } = await pool().query<{ waiting: number }>(
    `SELECT count(*)::int AS waiting FROM (SELECT 1 FROM "Batch" WHERE "dispatchId" = $1 AND pending > 0 LIMIT ${lanesPerDispatch * 2}) AS w`,
    [dispatch.id],
  );
  const lanes = Math.min(
    lanesPerDispatch,
    Math.ceil(((rows[0]?.waiting ?? 0) * batchSize) / (2 * batchSize)),
  );
  for (let lane = 0; lane < lanes; lane += 1) {
    await enqueue(null, deliverJob, { dispatchId: dispatch.id }, { group: dispatch.workspaceId });
  }
}
