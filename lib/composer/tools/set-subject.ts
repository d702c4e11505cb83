import { tool } from "ai";
import { z } from "zod";
import type { Viewer } from "@/lib/accounts/viewer";
import { changeByTool, changeForModel } from "./draft-change";
import type { Turn } from "./turn";

export const setSubjectTool = (viewer: Viewer, turn: Turn) =>
  tool({
    description:
      "Set the subject line (best under 60 characters), the preheader (the inbox's preview, best under 100) and the newsletter's language.",
    inputSchema: z.object({
      subject: z.string().min(1).max(200).optional(),
      preheader: z.string().max(250).optional(),
      language: z.enum(["en", "pt"]).optional(),
    }),
    execute: (patch) =>
      changeByTool(viewer, turn, () => [
        {
          type: "setMeta",
          patch: Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined)),
        },
      ]),
    toModelOutput: ({ output }) => changeForModel(output),
  });
