import type { Viewer } from "@/lib/accounts/viewer";
import { generateAnswer } from "@/lib/composer/generate-answer";
import { getPaper } from "@/lib/composer/get-paper";
import { getThread } from "@/lib/composer/get-thread";
import { startTurn } from "@/lib/composer/start-turn";
import type { ComposerMessage } from "@/lib/composer/tools/registry";
import { newId } from "@/lib/platform/ids";

/** Says something in a thread and makes the answer here, as a worker would. */
export async function say(viewer: Viewer, threadId: string, text: string) {
  const generation = await startTurn(viewer, { threadId, messageId: newId(), text });
  await generateAnswer(generation.id);
  const thread = await getThread(viewer, threadId);
  const paper = await getPaper(viewer, threadId);
  const message = thread.messages.at(-1) as unknown as ComposerMessage;
  return { thread, paper, message, generation };
}

export function wordsOf(message: ComposerMessage): string {
  return message.parts.flatMap((part) => (part.type === "text" ? [part.text] : [])).join("\n");
}
