import { db, type Transaction } from "@/lib/platform/db";

/** Living contacts of the workspace, exact: the tally that triggers keep. */
export async function countLiving(workspaceId: string, tx: Transaction = db()): Promise<number> {
  const tally = await tx.contactTally.findUnique({ where: { workspaceId } });
  return tally?.living ?? 0;
}
