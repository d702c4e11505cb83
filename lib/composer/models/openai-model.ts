import { createOpenAI } from "@ai-sdk/openai";
import { env } from "@/lib/platform/env";
import { AppError } from "@/lib/platform/errors";
import type { ComposerModel } from "./choose-model";

/** The one place that makes an OpenAI client. `OPENAI_BASE_URL` may name any server that speaks its Responses API. */
export function openAiModel(): ComposerModel {
  const { OPENAI_API_KEY, OPENAI_BASE_URL, OPENAI_MODEL } = env();
  if (!OPENAI_API_KEY) throw new AppError("unavailable", "OPENAI_API_KEY is not set");
  const openai = createOpenAI({
    apiKey: OPENAI_API_KEY,
    ...(OPENAI_BASE_URL ? { baseURL: OPENAI_BASE_URL } : {}),
  });
  return { provider: "openai", modelId: OPENAI_MODEL, model: openai.responses(OPENAI_MODEL) };
}
