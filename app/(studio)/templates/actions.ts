"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { action } from "@/lib/entry/action";
import { createFromTemplate } from "@/lib/newsletters/create-from-template";

/** Begins with a template and says where to go on: in a conversation, or at the newsletter where there is no chat. */
export const startFromTemplateAction = action(
  { name: "templates.start", input: z.object({ slug: z.string().max(60) }), can: "newsletters.write" },
  async (viewer, { slug }) => {
    const chat = FEATURE_CHAT ? await import("@/lib/composer/create-thread") : null;
    const href = chat
      ? `/chat/${(await chat.createThreadFromTemplate(viewer, { slug })).id}`
      : `/newsletters/${(await createFromTemplate(viewer, { slug })).id}`;
    revalidatePath("/newsletters");
    return { href };
  },
);
