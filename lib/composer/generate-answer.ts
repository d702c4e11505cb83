import { convertToModelMessages, isStepCount, streamText, toUIMessageStream, type UIMessageChunk } from "ai";
import { z } from "zod";
import type { Viewer } from "@/lib/accounts/viewer";
import { now } from "@/lib/platform/clock";
import { db } from "@/lib/platform/db";
import { log } from "@/lib/platform/log";
import { publishAfterCommit } from "@/lib/realtime/publish";
import { threadTopic } from "@/lib/realtime/topics";
import { endGeneration } from "./internal/end-generation";
import { readMessages } from "./internal/message-rows";
import { settleStaleGeneration } from "./internal/settle-stale-generation";
import { beat } from "./internal/stream-log";
import { openStreamWriter } from "./internal/stream-writer";
import { chooseModel } from "./models/choose-model";
import { instructionsFor, instructionsVersion } from "./prompts/instructions";
import { toolsFor } from "./tools/registry";
import { openTurn } from "./tools/turn";

/** Steps of one answer: enough for a template, a dozen blocks, a check and a closing word. */
const longestLoop = 24;
const beatEveryMs = 250;

/**
 * Makes the answer of a queued generation: claims it, streams a model's words and tool calls into the stream log, and ends it once. An
 * answer that another worker has, or that ended, is left alone. Ends as `stopped` when a person asked for it in any process, as
 * `failed` when the model or this process gave up; either way what was said and done is kept.
 */
export async function generateAnswer(
  generationId: string,
  options: { signal?: AbortSignal; chooseModel?: typeof chooseModel } = {},
): Promise<void> {
  const [generation] = await db().generation.updateManyAndReturn({
    where: { id: generationId, status: "queued" },
    data: { status: "running", startedAt: now(), heartbeatAt: now() },
  });
  if (!generation) {
    const other = await db().generation.findUnique({ where: { id: generationId } });
    if (other) await settleStaleGeneration(other.workspaceId, other.threadId);
    return;
  }
  const viewer = viewerOf(generation.workspaceId, generation.viewer);
  const stop = new AbortController();
  const watch = watchForStop(generationId, stop, options.signal);
  const writer = openStreamWriter(generationId, () => stop.abort());
  try {
    const outcome = await stream({
      generation,
      viewer,
      stop,
      writer,
      choose: options.chooseModel ?? chooseModel,
    });
    await writer.close();
    await endGeneration(generationId, {
      from: "running",
      ...(stop.signal.aborted ? await whyStopped(generationId) : outcome),
    });
  } catch (error) {
    log.warn("answer failed", {
      generationId,
      error: error instanceof Error ? (error.stack ?? error.message) : String(error),
    });
    await writer.close().catch(() => undefined);
    const ending = stop.signal.aborted ? await whyStopped(generationId) : failed("fault_model");
    await endGeneration(generationId, { from: "running", ...ending });
  } finally {
    watch.end();
  }
}

type Outcome = { outcome: "completed" | "stopped" | "failed"; fault?: string };

type StreamCall = {
  generation: { id: string; threadId: string; answerId: string; workspaceId: string };
  viewer: Viewer;
  stop: AbortController;
  writer: { write: (part: UIMessageChunk) => void };
  choose: typeof chooseModel;
};

async function stream({ generation, viewer, stop, writer, choose }: StreamCall): Promise<Outcome> {
  const turn = openTurn(viewer, generation);
  const [history, chosen] = await Promise.all([readMessages(generation.threadId), choose({ viewer, turn })]);
  const { provider, modelId, model } = chosen;
  // Written beside the first words, not before them.
  const noted = db().generation.update({ where: { id: generation.id }, data: { provider, model: modelId } });
  log.info("answer begins", {
    generationId: generation.id,
    provider,
    model: modelId,
    instructions: instructionsVersion,
  });
  const tools = toolsFor(viewer, turn);
  const result = streamText({
    model,
    // The offline composer looks for itself; nobody is to wait for words that nobody reads.
    ...(provider === "offline" ? {} : { instructions: await instructionsFor(viewer, turn) }),
    messages: await convertToModelMessages(history, { tools, ignoreIncompleteToolCalls: true }),
    tools,
    stopWhen: isStepCount(longestLoop),
    abortSignal: stop.signal,
    maxRetries: 1,
    onError: ({ error }) => log.warn("model error", { generationId: generation.id, error: String(error) }),
  });
  let outcome: Outcome = { outcome: "completed" };
  const chunks = toUIMessageStream({
    stream: result.stream,
    tools,
    sendReasoning: false,
    onError: () => "fault_model",
  });
  for await (const chunk of chunks) {
    if (chunk.type === "error") outcome = failed("fault_model");
    if (chunk.type === "abort") outcome = { outcome: "stopped" };
    writer.write(chunk.type === "start" ? { ...chunk, messageId: generation.answerId } : chunk);
    if (chunk.type === "tool-output-available")
      publishAfterCommit(threadTopic(viewer.workspaceId, generation.threadId));
  }
  await noted;
  return outcome;
}

/** Reads the wish to stop four times a second; the same statement says that this worker is alive. */
function watchForStop(generationId: string, stop: AbortController, drained?: AbortSignal) {
  let isAsking = false;
  const ask = async () => {
    if (isAsking) return;
    isAsking = true;
    try {
      const { isOurs, isStopWished } = await beat(generationId);
      if (!isOurs || isStopWished) stop.abort();
    } catch (error) {
      log.warn("could not ask whether to stop", { generationId, error: String(error) });
    } finally {
      isAsking = false;
    }
  };
  const timer = setInterval(() => void ask(), beatEveryMs);
  const onDrain = () => stop.abort();
  drained?.addEventListener("abort", onDrain);
  return {
    end: () => {
      clearInterval(timer);
      drained?.removeEventListener("abort", onDrain);
    },
  };
}

async function whyStopped(generationId: string): Promise<Outcome> {
  const row = await db().generation.findUnique({
    where: { id: generationId },
    select: { stopRequestedAt: true },
  });
  return row?.stopRequestedAt ? { outcome: "stopped" } : failed("fault_interrupted");
}

function failed(fault: string): Outcome {
  return { outcome: "failed", fault };
}

const askedAs = z.object({
  userId: z.uuid().nullable(),
  role: z.enum(["owner", "admin", "editor", "organizer", "viewer"]),
  locale: z.enum(["en", "pt"]),
  timeZone: z.string(),
});

/** The person who asked, with the rights they had then; never more. */
function viewerOf(workspaceId: string, stored: unknown): Viewer {
  return { ...askedAs.parse(stored), workspaceId, via: "job", scopes: [] };
}
