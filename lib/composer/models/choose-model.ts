import type { LanguageModel } from "ai";
import type { Viewer } from "@/lib/accounts/viewer";
import { env } from "@/lib/platform/env";
import type { Turn } from "../tools/turn";
import { offlineModel } from "./offline-model";
import { openAiModel } from "./openai-model";

export type ComposerModel = { provider: "openai" | "offline"; modelId: string; model: LanguageModel };

/** `auto` takes OpenAI when there is a key, else the offline composer, which needs no account and no network. */
export async function chooseModel({ viewer, turn }: { viewer: Viewer; turn: Turn }): Promise<ComposerModel> {
  const { AI_PROVIDER, OPENAI_API_KEY } = env();
  const usesOpenAi = AI_PROVIDER === "openai" || (AI_PROVIDER === "auto" && OPENAI_API_KEY !== undefined);
  return usesOpenAi ? openAiModel() : offlineModel({ viewer, turn });
}
