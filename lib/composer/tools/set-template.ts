import { tool } from "ai";
import { z } from "zod";
import type { Viewer } from "@/lib/accounts/viewer";
import { describeDocument } from "@/lib/content/describe-document";
import { setTemplate } from "../set-template";
import { changeForModel } from "./draft-change";
import type { Turn } from "./turn";

export const setTemplateTool = (viewer: Viewer, turn: Turn) =>
  tool({
    description:
      "Put the newsletter on a template. The first call creates the newsletter with the template's example words, all of which you must then rewrite or remove. Later calls keep every word and change only the looks.",
    inputSchema: z.object({ slug: z.string().max(60), language: z.enum(["en", "pt"]).optional() }),
    execute: ({ slug, language }) =>
      turn.act(async () => {
        const set = await setTemplate(viewer, {
          threadId: turn.threadId,
          slug,
          source: "composer",
          ...(language ? { language } : {}),
        });
        return {
          newsletterId: set.newsletterId,
          version: set.version,
          changed: set.document.blocks.map((block) => block.id),
          outline: describeDocument(set.document),
          template: slug,
          name: set.name,
        };
      }),
    toModelOutput: ({ output }) => changeForModel(output),
  });
