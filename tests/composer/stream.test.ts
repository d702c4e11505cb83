import { type ChildProcess, spawn } from "node:child_process";
import type { UIMessageChunk } from "ai";
import { afterAll, afterEach, describe, expect, it, vi } from "vitest";
import type { Viewer } from "@/lib/accounts/viewer";
import { followGeneration } from "@/lib/composer/follow-generation";
import { generateAnswer } from "@/lib/composer/generate-answer";
import { getThread } from "@/lib/composer/get-thread";
import { offlineModel } from "@/lib/composer/models/offline-model";
import { openGenerationStream } from "@/lib/composer/open-generation-stream";
import { retryTurn, startTurn } from "@/lib/composer/start-turn";
import { stopGeneration } from "@/lib/composer/stop-generation";
import { db } from "@/lib/platform/db";
import { newId } from "@/lib/platform/ids";
import { stopListening } from "@/lib/realtime/subscribe";
import { givenThread } from "@/prisma/seed/newsletter";
import { givenWorkspace } from "@/prisma/seed/workspace";

const brief =
  "Announce our autumn workshop on 12 October at 18:30 in the Old Mill. 40 euros. https://mill.example/workshop";
const children = new Set<ChildProcess>();

// Another process has to start first, which takes a while on a busy machine.
vi.setConfig({ testTimeout: 90_000 });

afterEach(() => {
  for (const child of children) child.kill("SIGKILL");
  children.clear();
});

afterAll(stopListening);

async function begin(): Promise<{ owner: Viewer; threadId: string; generationId: string }> {
  const { owner } = await givenWorkspace();
  const threadId = await givenThread(owner);
  const generation = await startTurn(owner, { threadId, messageId: newId(), text: brief });
  return { owner, threadId, generationId: generation.id };
}

/** Another process makes the answer, as a worker does. */
function answerElsewhere(
  generationId: string,
  wordMs: number,
): { child: ChildProcess; ended: Promise<number | null> } {
  const child = spawn(
    process.execPath,
    ["--import", "tsx", "tests/composer/answer-in-child.ts", generationId, String(wordMs)],
    {
      env: { ...process.env, LOG_LEVEL: "silent" },
      stdio: "inherit",
    },
  );
  children.add(child);
  return { child, ended: new Promise((resolve) => child.on("exit", resolve)) };
}

type Seen = { sequences: number[]; parts: UIMessageChunk[]; end: string | null };

async function follow(
  owner: Viewer,
  generationId: string,
  after = 0,
  atMost = Number.POSITIVE_INFINITY,
): Promise<Seen> {
  const seen: Seen = { sequences: [], parts: [], end: null };
  for await (const event of followGeneration(owner, { generationId, after })) {
    if (event.type === "end") seen.end = event.status;
    else {
      for (const { sequence, part } of event.parts) {
        seen.sequences.push(sequence);
        seen.parts.push(part);
      }
    }
    if (seen.sequences.length >= atMost) break;
  }
  return seen;
}

async function hasParts(generationId: string, count: number): Promise<void> {
  await vi.waitFor(
    async () =>
      expect(await db().streamPart.count({ where: { generationId } })).toBeGreaterThanOrEqual(count),
    { timeout: 60_000, interval: 20 },
  );
}

const inOrder = (count: number, from = 1) => Array.from({ length: count }, (_, index) => from + index);

describe("following an answer", () => {
  it("gives two tabs every part once and in order, while another process writes them", async () => {
    const { owner, threadId, generationId } = await begin();
    const { ended } = answerElsewhere(generationId, 5);
    const [first, second] = await Promise.all([follow(owner, generationId), follow(owner, generationId)]);
    await ended;
    expect(first.end).toBe("completed");
    expect(first.sequences).toEqual(inOrder(first.sequences.length));
    expect(second).toEqual(first);
    expect((await getThread(owner, threadId)).messages.at(-1)?.metadata?.outcome).toBe("completed");
  });

  it("goes on after a lost connection from the last part seen, with no part twice and none missing", async () => {
    const { owner, generationId } = await begin();
    const { ended } = answerElsewhere(generationId, 8);
    const before = await follow(owner, generationId, 0, 5);
    const last = before.sequences.at(-1) ?? 0;
    const after = await follow(owner, generationId, last);
    await ended;
    expect([...before.sequences, ...after.sequences]).toEqual(inOrder(last + after.sequences.length));
    const whole = await follow(owner, generationId);
    expect([...before.parts, ...after.parts]).toEqual(whole.parts);
  });

  it("tells a tab that comes after the end everything at once", async () => {
    const { owner, generationId } = await begin();
    await generateAnswer(generationId);
    const seen = await follow(owner, generationId);
    expect(seen.end).toBe("completed");
    expect(seen.parts.some((part) => part.type === "tool-output-available")).toBe(true);
  });

  it("is a stream of events whose ids are sequence numbers", async () => {
    const { owner, generationId } = await begin();
    await generateAnswer(generationId);
    const signal = new AbortController().signal;
    const response = await openGenerationStream(owner, { generationId, after: 3, signal });
    expect(response.headers.get("content-type")).toMatch("text/event-stream");
    const text = await response.text();
    expect(text).toMatch(/^id: \d+\ndata: \[/);
    expect(text).toContain('event: end\ndata: {"status":"completed","fault":null}');
  });
});

describe("stopping across processes", () => {
  it("ends an answer that another process writes, keeps what it wrote, and changes nothing afterwards", async () => {
    const { owner, threadId, generationId } = await begin();
    const { ended } = answerElsewhere(generationId, 150);
    await hasParts(generationId, 4);
    await stopGeneration(owner, threadId);
    const seen = await follow(owner, generationId);
    await ended;
    expect(seen.end).toBe("stopped");
    const thread = await getThread(owner, threadId);
    expect(thread.messages.at(-1)?.metadata?.outcome).toBe("stopped");
    expect(thread.messages.at(-1)?.parts.length).toBeGreaterThan(0);
    const { newsletterId } = thread;
    const versions = newsletterId ? await db().newsletterVersion.count({ where: { newsletterId } }) : 0;
    expect(versions).toBeLessThan(4);
  });

  it("survives a worker killed in the middle: nothing said is lost and the person can try again", async () => {
    const { owner, threadId, generationId } = await begin();
    const { child, ended } = answerElsewhere(generationId, 100);
    await hasParts(generationId, 5);
    child.kill("SIGKILL");
    await ended;
    const written = await db().streamPart.count({ where: { generationId } });
    // The heartbeat grows old.
    await db().generation.update({
      where: { id: generationId },
      data: { heartbeatAt: new Date(Date.now() - 60_000) },
    });
    const seen = await follow(owner, generationId);
    expect(seen.end).toBe("failed");
    expect(seen.sequences).toEqual(inOrder(written));
    const again = await retryTurn(owner, threadId);
    await generateAnswer(again.id);
    expect((await getThread(owner, threadId)).messages.map((message) => message.metadata?.outcome)).toEqual([
      undefined,
      "completed",
    ]);
  });

  it("stops an answer of this process too, within a second", async () => {
    const { owner, threadId, generationId } = await begin();
    const answering = generateAnswer(generationId, {
      chooseModel: async (call) => offlineModel(call, { wordMs: 200, callMs: 200 }),
    });
    await hasParts(generationId, 3);
    const startedMs = performance.now();
    await stopGeneration(owner, threadId);
    await answering;
    expect(performance.now() - startedMs).toBeLessThan(2_000);
    expect((await getThread(owner, threadId)).generation?.status).toBe("stopped");
  });
});
