import { tool } from "ai";
import { z } from "zod";
import type { Viewer } from "@/lib/accounts/viewer";
import { proposeThreadSend } from "../arrange-send";
import type { Turn } from "./turn";

export const proposeSendTool = (viewer: Viewer, turn: Turn) =>
  tool({
    description:
      "Prepare the sending and show it to the person as a card with its figures. It sends nothing: only the person's own click on the card does. Never claim that it was sent.",
    inputSchema: z.object({}),
    execute: () => turn.act(async () => ({ proposal: await proposeThreadSend(viewer, turn.threadId) })),
  });
