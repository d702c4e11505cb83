import { tool } from "ai";
import { z } from "zod";
import type { Viewer } from "@/lib/accounts/viewer";
import { blockIdSchema } from "@/lib/content/block-schema";
import { blockDraftSchema } from "./block-draft";
import { changeByTool, changeForModel } from "./draft-change";
import type { Turn } from "./turn";
import { writeOperations } from "./write-operations";

export const writeBlocksTool = (viewer: Viewer, turn: Turn) =>
  tool({
    description:
      "Write blocks in order: rewrite a block by naming its id, add one without. Each stands after the one before it; the first after afterId (null: at the top). Words are Markdown. Keep the person's names, dates, prices and links exactly; invent nothing. Write two or three blocks a call, so that the person sees the page grow.",
    inputSchema: z.object({
      blocks: z.array(blockDraftSchema).min(1).max(20),
      afterId: blockIdSchema.nullable().optional(),
    }),
    execute: ({ blocks, afterId }) =>
      changeByTool(viewer, turn, (document) => writeOperations(document, blocks, afterId).operations),
    toModelOutput: ({ output }) => changeForModel(output),
  });
