import { inlineToMarkdown } from "@/lib/content/markdown";
import { linkify } from "./linkify";
import type { Beat } from "./situation";

/** What a change comes to: calls and the words to say when they went well, or only words. */
export type Change = { calls: Beat[]; say: string };

export const patch = (id: string, fields: Record<string, unknown>): Beat => ({
  call: "patchBlock",
  input: { id, ...fields },
});
export const write = (blocks: unknown[], afterId: string | null): Beat => ({
  call: "writeBlocks",
  input: { blocks, afterId },
});
export const markdownOf = (text: string) => inlineToMarkdown(linkify(text));
