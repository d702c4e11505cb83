import { tool } from "ai";
import { z } from "zod";
import type { Viewer } from "@/lib/accounts/viewer";
import { checkThread } from "../arrange-send";
import type { Turn } from "./turn";

export const runPreflightTool = (viewer: Viewer, turn: Turn) =>
  tool({
    description: "Check the newsletter before sending: links, pictures, subject, sender, audience, size.",
    inputSchema: z.object({}),
    execute: () =>
      turn.act(async () => {
        const { findings, ok, campaignId } = await checkThread(viewer, turn.threadId);
        return { findings, isReady: ok, campaignId };
      }),
  });
