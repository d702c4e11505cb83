import type { Viewer } from "@/lib/accounts/viewer";
import { changedBlockIds } from "@/lib/content/changed-blocks";
import { describeDocument } from "@/lib/content/describe-document";
import type { NewsletterDocument } from "@/lib/content/document-schema";
import type { Operation } from "@/lib/content/operations";
import { rewriteDraft } from "../change-draft";
import type { ToolResult, Turn } from "./turn";

/** What a tool that changed the newsletter answers: the canvas reads ids and version, a model reads the outline. */
export type DraftChange = { newsletterId: string; version: number; changed: string[]; outline: string };

/** Rewrites the draft as one save in the composer's name, on condition that this answer is still being made. */
export function changeByTool(
  viewer: Viewer,
  turn: Turn,
  rewrite: (document: NewsletterDocument) => Operation[],
): Promise<ToolResult<DraftChange>> {
  return turn.act(async () => {
    let before: NewsletterDocument | undefined;
    const change = await rewriteDraft(viewer, {
      threadId: turn.threadId,
      source: "composer",
      rewrite: (document) => {
        before = document;
        return rewrite(document);
      },
    });
    return {
      newsletterId: change.newsletterId,
      version: change.version,
      changed: before ? changedBlockIds(before, change.document) : [],
      outline: describeDocument(change.document),
    };
  });
}

/** Models get the outline, not the bookkeeping. */
export function changeForModel(output: ToolResult<DraftChange>) {
  return output.ok
    ? { type: "text" as const, value: `ok, version ${output.version}\n${output.outline}` }
    : { type: "error-text" as const, value: output.reason };
}
