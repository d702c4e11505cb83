import { tool } from "ai";
import { z } from "zod";
import type { Viewer } from "@/lib/accounts/viewer";
import type { Turn } from "./turn";

export const suggestSubjectsTool = (_viewer: Viewer, turn: Turn) =>
  tool({
    description: "Offer two to five subject lines for the person to pick from. Changes nothing.",
    inputSchema: z.object({ subjects: z.array(z.string().min(1).max(200)).min(1).max(5) }),
    execute: ({ subjects }) => turn.act(async () => ({ subjects })),
  });
