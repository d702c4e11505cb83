import { tool } from "ai";
import { z } from "zod";
import type { Viewer } from "@/lib/accounts/viewer";
import { blockIdSchema } from "@/lib/content/block-schema";
import { changeByTool, changeForModel } from "./draft-change";
import type { Turn } from "./turn";

export const moveBlockTool = (viewer: Viewer, turn: Turn) =>
  tool({
    description: "Move one block so that it stands after another; afterId null puts it at the top.",
    inputSchema: z.object({ id: blockIdSchema, afterId: blockIdSchema.nullable() }),
    execute: ({ id, afterId }) => changeByTool(viewer, turn, () => [{ type: "move", id, afterId }]),
    toModelOutput: ({ output }) => changeForModel(output),
  });
