import { tool } from "ai";
import { z } from "zod";
import type { Viewer } from "@/lib/accounts/viewer";
import { blockIdSchema } from "@/lib/content/block-schema";
import { changeByTool, changeForModel } from "./draft-change";
import type { Turn } from "./turn";

export const removeBlockTool = (viewer: Viewer, turn: Turn) =>
  tool({
    description: "Remove blocks, all or none. The person can undo it.",
    inputSchema: z.object({ ids: z.array(blockIdSchema).min(1).max(100) }),
    execute: ({ ids }) => changeByTool(viewer, turn, () => ids.map((id) => ({ type: "remove", id }))),
    toModelOutput: ({ output }) => changeForModel(output),
  });
