import { assertCan } from "@/lib/accounts/permissions";
import type { Viewer } from "@/lib/accounts/viewer";
import { now } from "@/lib/platform/clock";
import { db, type Prisma } from "@/lib/platform/db";
import { AppError } from "@/lib/platform/errors";
import type { ProposalView } from "./campaign-schema";
import { isUuid } from "./internal/read-campaign";
import { proposalState } from "./proposal-rules";

/** The proposal as it was shown, with where it stands now. Throws `not_found`. */
export async function getProposal(viewer: Viewer, id: string): Promise<ProposalView> {
  assertCan(viewer, "campaigns.read");
  const row =
    isUuid(id) && (await db().proposal.findFirst({ where: { id, workspaceId: viewer.workspaceId } }));
  if (!row) throw new AppError("not_found", `no proposal ${id}`);
  return viewOf(row);
}

/** Several at once, for a conversation that shows them; those that are not the workspace's are left out. */
export async function listProposals(viewer: Viewer, ids: readonly string[]): Promise<ProposalView[]> {
  assertCan(viewer, "campaigns.read");
  const rows = await db().proposal.findMany({
    where: { id: { in: [...ids] }, workspaceId: viewer.workspaceId },
  });
  return rows.map(viewOf);
}

function viewOf(row: Prisma.ProposalGetPayload<object>): ProposalView {
  // Written by proposeSend alone, in exactly this shape.
  return { ...(row.view as unknown as ProposalView), state: proposalState(row, now()) };
}
