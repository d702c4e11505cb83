import { tool } from "ai";
import type { Viewer } from "@/lib/accounts/viewer";
import { chooseAudience } from "../arrange-send";
import { audienceSchema } from "../composer-schema";
import type { Turn } from "./turn";

export const chooseAudienceTool = (viewer: Viewer, turn: Turn) =>
  tool({
    description:
      "Choose who the newsletter is for: { all: true } or ids of lists from findLists. Only when the person said who; sends nothing.",
    inputSchema: audienceSchema,
    execute: (audience) => turn.act(() => chooseAudience(viewer, { threadId: turn.threadId, audience })),
  });
