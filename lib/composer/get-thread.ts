import { z } from "zod";
import { assertCan, can } from "@/lib/accounts/permissions";
import type { Viewer } from "@/lib/accounts/viewer";
import { listProposals } from "@/lib/campaigns/get-proposal";
import { db } from "@/lib/platform/db";
import type { ChatMessage, GenerationView, ThreadListItem, ThreadView } from "./composer-schema";
import { readMessages } from "./internal/message-rows";
import { settleStaleGeneration } from "./internal/settle-stale-generation";
import { syncStepWithCampaign } from "./internal/sync-step";
import { readThread } from "./internal/thread-rows";

/** A thread with all that was said, the answer in the making if there is one, and the step it stands at. Throws `not_found`. */
export async function getThread(viewer: Viewer, threadId: string): Promise<ThreadView> {
  assertCan(viewer, "chat.use");
  const thread = await syncStepWithCampaign(viewer, await readThread(viewer, threadId));
  await settleStaleGeneration(viewer.workspaceId, threadId);
  const [generation, messages] = await Promise.all([findLastGeneration(threadId), readMessages(threadId)]);
  return { ...thread, messages: await withProposalsAsTheyAre(viewer, messages), generation };
}

/** A proposal in a message is shown as it stands now: one that was confirmed or voided elsewhere cannot be confirmed here. */
async function withProposalsAsTheyAre(viewer: Viewer, messages: ChatMessage[]): Promise<ChatMessage[]> {
  const ids = messages.flatMap((message) => message.parts.flatMap((part) => proposalIdOf(part) ?? []));
  if (ids.length === 0 || !can(viewer, "campaigns.read")) return messages;
  const views = new Map((await listProposals(viewer, ids)).map((view) => [view.id, view]));
  return messages.map((message) => ({
    ...message,
    parts: message.parts.map((part) => {
      const proposal = views.get(proposalIdOf(part) ?? "");
      return proposal ? ({ ...part, output: { ok: true, proposal } } as typeof part) : part;
    }),
  }));
}

const proposed = z.object({
  type: z.literal("tool-proposeSend"),
  output: z.object({ proposal: z.object({ id: z.uuid() }) }),
});

function proposalIdOf(part: unknown): string | null {
  const parsed = proposed.safeParse(part);
  return parsed.success ? parsed.data.output.proposal.id : null;
}

/** The newest threads first. */
export async function listThreads(viewer: Viewer, input: { limit?: number } = {}): Promise<ThreadListItem[]> {
  assertCan(viewer, "chat.use");
  const rows = await db().thread.findMany({
    where: { workspaceId: viewer.workspaceId, deletedAt: null },
    orderBy: [{ updatedAt: "desc" }, { id: "desc" }],
    take: input.limit ?? 100,
    select: {
      id: true,
      title: true,
      step: true,
      updatedAt: true,
      generations: { where: { status: { in: ["queued", "running"] } }, select: { id: true } },
    },
  });
  return rows.map(({ generations, ...row }) => ({ ...row, isWriting: generations.length > 0 }));
}

async function findLastGeneration(threadId: string): Promise<GenerationView | null> {
  return db().generation.findFirst({
    where: { threadId },
    orderBy: { createdAt: "desc" },
    select: { id: true, answerId: true, status: true, fault: true },
  });
}
