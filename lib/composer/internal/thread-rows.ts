import type { Viewer } from "@/lib/accounts/viewer";
import { db, type Transaction } from "@/lib/platform/db";
import { AppError } from "@/lib/platform/errors";
import { type Audience, audienceSchema } from "../composer-schema";
import type { WorkflowStep } from "../workflow-rules";

export type ThreadRow = {
  id: string;
  title: string;
  step: WorkflowStep;
  newsletterId: string | null;
  campaignId: string | null;
  audience: Audience | null;
  updatedAt: Date;
};

/** The living thread of this workspace; anybody else's is `not_found`. */
export async function readThread(viewer: Viewer, id: string, tx: Transaction = db()): Promise<ThreadRow> {
  const row = await tx.thread.findFirst({ where: { id, workspaceId: viewer.workspaceId, deletedAt: null } });
  if (!row) throw new AppError("not_found", `no thread ${id}`);
  return {
    id: row.id,
    title: row.title,
    step: row.step,
    newsletterId: row.newsletterId,
    campaignId: row.campaignId,
    audience: audienceSchema.nullable().catch(null).parse(row.audience),
    updatedAt: row.updatedAt,
  };
}

/** As `readThread`, and whoever comes second waits until the transaction ends. */
export async function lockThread(tx: Transaction, viewer: Viewer, id: string): Promise<ThreadRow> {
  const [row] = await tx.$queryRaw<ThreadRow[]>`
    SELECT "id", "title", "step"::text AS "step", "newsletterId", "campaignId", "audience", "updatedAt" FROM "Thread"
     WHERE "id" = ${id}::uuid AND "workspaceId" = ${viewer.workspaceId}::uuid AND "deletedAt" IS NULL FOR UPDATE`;
  if (!row) throw new AppError("not_found", `no thread ${id}`);
  return row;
}
