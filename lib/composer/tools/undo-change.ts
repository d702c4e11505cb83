import { tool } from "ai";
import { z } from "zod";
import type { Viewer } from "@/lib/accounts/viewer";
import { changedBlockIds } from "@/lib/content/changed-blocks";
import { describeDocument } from "@/lib/content/describe-document";
import { listVersions } from "@/lib/newsletters/list-newsletters";
import { AppError } from "@/lib/platform/errors";
import { undoDraftChange } from "../change-draft";
import { changeForModel } from "./draft-change";
import type { Turn } from "./turn";

export const undoChangeTool = (viewer: Viewer, turn: Turn) =>
  tool({
    description: "Take back the newest change to the newsletter that was not taken back yet.",
    inputSchema: z.object({}),
    execute: () =>
      turn.act(async () => {
        const before = await turn.newsletter();
        if (!before) throw new AppError("conflict", "no draft", { userMessage: "step_no_draft_yet" });
        const versions = await listVersions(viewer, before.id);
        const newest = versions.find(
          (save) => save.undoesVersion === null && !save.isUndone && save.version > 1,
        );
        if (!newest) throw new AppError("invalid", "nothing to undo", { userMessage: "nothing_to_undo" });
        const change = await undoDraftChange(viewer, {
          threadId: turn.threadId,
          version: newest.version,
          source: "composer",
        });
        return {
          newsletterId: before.id,
          version: change.version,
          changed: changedBlockIds(before.document, change.document),
          outline: describeDocument(change.document),
        };
      }),
    toModelOutput: ({ output }) => changeForModel(output),
  });
