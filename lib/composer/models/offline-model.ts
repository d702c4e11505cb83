import type { LanguageModel } from "ai";
import type { Viewer } from "@/lib/accounts/viewer";
import { hasFeature } from "@/lib/entitlements/entitlements";
import { env } from "@/lib/platform/env";
import { newId } from "@/lib/platform/ids";
import { getTemplate } from "@/lib/templates/get-template";
import { isExample, templateChoices, wearsTemplate } from "../internal/template-document";
import { workspaceName } from "../internal/workspace-name";
import { answerScript } from "../offline/answer-script";
import type { Beat, Look, Script, ToolOutcome } from "../offline/situation";
import type { Turn } from "../tools/turn";
import type { ComposerModel } from "./choose-model";

type ModelV4 = Extract<LanguageModel, { specificationVersion: "v4" }>;
type CallOptions = Parameters<ModelV4["doStream"]>[0];
type StreamPart =
  Awaited<ReturnType<ModelV4["doStream"]>>["stream"] extends ReadableStream<infer Part> ? Part : never;

export const offlineModelId = "offline-composer-1";

/** Milliseconds between words, and before a call that changes the paper: slow enough to follow, fast enough not to wait. */
const pace = { wordMs: 18, callMs: 140 };

/**
 * The offline composer as an AI SDK language model: it reads the prompt as any model does, streams words and tool calls, and works
 * wholly by rule. One is made for each answer; between its steps it keeps where it is in its script.
 */
export function offlineModel(
  { viewer, turn }: { viewer: Viewer; turn: Turn },
  speed: { wordMs: number; callMs: number } = env().NODE_ENV === "test" ? { wordMs: 0, callMs: 0 } : pace,
): ComposerModel {
  const look = lookAround(viewer, turn);
  let script: Script | undefined;
  const nextBeats = async (options: CallOptions): Promise<Beat[]> => {
    const { message, isFirst, outcomes } = readPrompt(options.prompt);
    script ??= answerScript(message, look, isFirst);
    const step = await script.next(outcomes);
    return step.done ? [] : step.value;
  };
  const model: ModelV4 = {
    specificationVersion: "v4",
    provider: "galley",
    modelId: offlineModelId,
    supportedUrls: {},
    doGenerate: async () => {
      throw new Error("the offline composer only streams");
    },
    doStream: async (options) => ({ stream: streamOf(() => nextBeats(options), speed, options.abortSignal) }),
  };
  return { provider: "offline", modelId: offlineModelId, model };
}

function streamOf(
  beatsOf: () => Promise<Beat[]>,
  speed: { wordMs: number; callMs: number },
  signal?: AbortSignal,
): ReadableStream<StreamPart> {
  return new ReadableStream<StreamPart>({
    async start(controller) {
      try {
        controller.enqueue({ type: "stream-start", warnings: [] });
        const beats = await beatsOf();
        let written = 0;
        for (const beat of beats) {
          written +=
            "say" in beat
              ? await say(controller, beat.say, speed.wordMs, signal)
              : await call(controller, beat, speed.callMs, signal);
        }
        const isCalling = beats.some((beat) => "call" in beat);
        controller.enqueue({
          type: "finish",
          finishReason: { unified: isCalling ? "tool-calls" : "stop", raw: undefined },
          usage: {
            inputTokens: { total: 0, noCache: 0, cacheRead: 0, cacheWrite: 0 },
            outputTokens: { total: written, text: written, reasoning: 0 },
          },
        });
        controller.close();
      } catch (error) {
        controller.error(error);
      }
    },
  });
}

type Out = ReadableStreamDefaultController<StreamPart>;

async function say(out: Out, text: string, waitMs: number, signal?: AbortSignal): Promise<number> {
  const id = newId();
  const words = text.match(/\s*\S+/g) ?? [];
  out.enqueue({ type: "text-start", id });
  for (const [index, delta] of words.entries()) {
    if (index > 0) await rest(waitMs, signal);
    out.enqueue({ type: "text-delta", id, delta });
  }
  out.enqueue({ type: "text-end", id });
  return words.length;
}

async function call(
  out: Out,
  beat: Extract<Beat, { call: string }>,
  waitMs: number,
  signal?: AbortSignal,
): Promise<number> {
  await rest(waitMs, signal);
  const id = `call_${newId()}`;
  const input = JSON.stringify(beat.input);
  out.enqueue({ type: "tool-input-start", id, toolName: beat.call });
  out.enqueue({ type: "tool-input-delta", id, delta: input });
  out.enqueue({ type: "tool-input-end", id });
  out.enqueue({ type: "tool-call", toolCallId: id, toolName: beat.call, input });
  return 1;
}

/** Waits, or ends at once with the signal's reason when the answer is stopped. */
async function rest(ms: number, signal?: AbortSignal): Promise<void> {
  signal?.throwIfAborted();
  if (ms <= 0) return;
  await new Promise<void>((resolve, reject) => {
    const onAbort = () => {
      clearTimeout(timer);
      reject(signal?.reason);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener("abort", onAbort);
      resolve();
    }, ms);
    signal?.addEventListener("abort", onAbort, { once: true });
  });
}

/** The person's last message, whether anything was answered before it, and what the tools of the last step said. */
function readPrompt(prompt: CallOptions["prompt"]): {
  message: string;
  isFirst: boolean;
  outcomes: ToolOutcome[];
} {
  const asked = prompt.findLastIndex((entry) => entry.role === "user");
  const entry = prompt[asked];
  const message =
    entry?.role === "user"
      ? entry.content.flatMap((part) => (part.type === "text" ? [part.text] : [])).join("\n")
      : "";
  const last = prompt.at(-1);
  return {
    message,
    isFirst: !prompt.slice(0, asked).some((earlier) => earlier.role === "assistant"),
    outcomes:
      last?.role === "tool"
        ? last.content.flatMap((part) =>
            part.type === "tool-result" ? [readOutcome(part.toolName, part.output)] : [],
          )
        : [],
  };
}

function readOutcome(tool: string, output: { type: string; value?: unknown }): ToolOutcome {
  if (output.type === "error-text") return { tool, ok: false, reason: String(output.value), data: {} };
  if (output.type === "text") return { tool, ok: true, reason: "", data: {} };
  const value = output.value;
  const data: Record<string, unknown> = typeof value === "object" && value !== null ? { ...value } : {};
  return { tool, ok: data.ok === true, reason: typeof data.reason === "string" ? data.reason : "", data };
}

function lookAround(viewer: Viewer, turn: Turn): Look {
  return async () => {
    const [newsletter, name, mayUsePro] = await Promise.all([
      turn.newsletter(),
      workspaceName(viewer.workspaceId),
      hasFeature(viewer.workspaceId, "pro_templates"),
    ]);
    const document = newsletter?.document ?? null;
    return {
      document,
      isExample: document !== null && isExample(document),
      workspaceName: name,
      language: viewer.locale,
      templates: templateChoices("en").map(({ slug, name: en, category, pro }) => ({
        slug,
        name: { en, pt: getTemplate(slug, "pt").name },
        category,
        isLocked: pro && !mayUsePro,
        isCurrent: document !== null && wearsTemplate(document, slug),
      })),
    };
  };
}
