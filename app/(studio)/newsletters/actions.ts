"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { action } from "@/lib/entry/action";
import { renameNewsletter } from "@/lib/newsletters/rename-newsletter";
import { restoreVersion, restoreVersionInput } from "@/lib/newsletters/restore-version";
import { AppError } from "@/lib/platform/errors";

export const renameNewsletterAction = action(
  {
    name: "newsletters.rename",
    input: z.object({ id: z.uuid(), title: z.string().trim().min(1, "required").max(200, "too_long") }),
    can: "newsletters.write",
  },
  async (viewer, input) => {
    await renameNewsletter(viewer, input);
    revalidatePath("/newsletters", "layout");
  },
);

export const restoreVersionAction = action(
  { name: "newsletters.restore", input: restoreVersionInput, can: "newsletters.write" },
  async (viewer, input) => {
    const { version } = await restoreVersion(viewer, input);
    revalidatePath("/newsletters", "layout");
    return { version };
  },
);

/** The conversation of a newsletter, made when there is none yet. */
export const continueInChatAction = action(
  { name: "newsletters.chat", input: z.object({ id: z.uuid() }), can: "chat.use" },
  async (viewer, { id }) => {
    const chat = FEATURE_CHAT ? await import("@/lib/composer/create-thread") : null;
    if (!chat) throw new AppError("not_found", "this build has no chat");
    const thread = await chat.openThreadOfNewsletter(viewer, id);
    return { threadId: thread.id };
  },
);
