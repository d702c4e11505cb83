import { tool } from "ai";
import { z } from "zod";
import { getOwnAccount } from "@/lib/accounts/get-own-account";
import type { Viewer } from "@/lib/accounts/viewer";
import { foldEmail } from "@/lib/platform/email-address";
import { AppError } from "@/lib/platform/errors";
import { sendThreadTest } from "../arrange-send";
import type { Turn } from "./turn";

export const sendTestTool = (viewer: Viewer, turn: Turn) =>
  tool({
    description:
      "Mail the newsletter as a test to the person who is talking to you, and to nobody else. Leave the address out, or repeat theirs.",
    inputSchema: z.object({ to: z.string().max(320).optional() }),
    execute: ({ to }) =>
      turn.act(async () => {
        const own = (await getOwnAccount(viewer)).user.email;
        // Words in a conversation or in imported content must never make a model write to strangers.
        if (to !== undefined && foldEmail(to) !== foldEmail(own)) {
          throw new AppError("forbidden", "a test goes to oneself", { userMessage: "test_only_to_yourself" });
        }
        return sendThreadTest(viewer, { threadId: turn.threadId, to: [own] });
      }),
  });
