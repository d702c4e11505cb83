import type { Viewer } from "@/lib/accounts/viewer";
import type { Transaction } from "@/lib/platform/db";
import type { FiguresView } from "@/lib/sending/get-figures";
import type { ActivityKind } from "../campaign-schema";

/** Adds a line to the campaign's log in the caller's transaction: who or what did it, and the figures of that moment. */
export async function recordActivity(
  tx: Transaction,
  viewer: Pick<Viewer, "workspaceId" | "userId" | "via">,
  entry: {
    campaignId: string;
    kind: ActivityKind;
    details?: Record<string, string | number>;
    figures?: FiguresView;
  },
): Promise<void> {
  await tx.campaignActivity.create({
    data: {
      workspaceId: viewer.workspaceId,
      campaignId: entry.campaignId,
      kind: entry.kind,
      actorKind: viewer.via,
      actorId: viewer.userId,
      ...(entry.details ? { details: entry.details } : {}),
      ...(entry.figures ? { figures: entry.figures } : {}),
    },
  });
}
