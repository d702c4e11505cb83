import { tool } from "ai";
import type { Viewer } from "@/lib/accounts/viewer";
import { changeByTool, changeForModel } from "./draft-change";
import { patchBlockInput, patchOperation } from "./patch-operation";
import type { Turn } from "./turn";

export const patchBlockTool = (viewer: Viewer, turn: Turn) =>
  tool({
    description:
      "Change single fields of one block: text (Markdown) of a heading, text, quote or footer; label and href of a button; items of a list; title and note of the masthead; facts of an event; src and alt of a picture. What you leave out stays.",
    inputSchema: patchBlockInput,
    execute: (input) => changeByTool(viewer, turn, (document) => [patchOperation(document, input)]),
    toModelOutput: ({ output }) => changeForModel(output),
  });
