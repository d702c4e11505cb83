import { LLMock } from "@copilotkit/aimock";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { generateAnswer } from "@/lib/composer/generate-answer";
import { getPaper } from "@/lib/composer/get-paper";
import { getThread } from "@/lib/composer/get-thread";
import { startTurn } from "@/lib/composer/start-turn";
import { newId } from "@/lib/platform/ids";
import { givenThread } from "@/prisma/seed/newsletter";
import { givenWorkspace } from "@/prisma/seed/workspace";
import { say, wordsOf } from "./turn-helpers";

const mock = new LLMock({ port: 0 });

beforeAll(async () => {
  await mock.start();
  Object.assign(process.env, { OPENAI_API_KEY: "sk-test", OPENAI_BASE_URL: `${mock.url}/v1` });
});

afterAll(async () => {
  await mock.stop();
});

describe("OpenAI over HTTP", () => {
  it("streams, runs one tool loop through the real domain, and says what the model said", async () => {
    const { owner } = await givenWorkspace();
    const threadId = await givenThread(owner);
    mock.on(
      { userMessage: "an invitation to the spring fair", hasToolResult: false },
      { toolCalls: [{ name: "setTemplate", arguments: JSON.stringify({ slug: "event", language: "en" }) }] },
    );
    mock.on(
      { userMessage: "an invitation to the spring fair", hasToolResult: true },
      { content: "The event template is on the paper." },
    );
    const { message, paper, thread } = await say(owner, threadId, "an invitation to the spring fair");
    expect(message.metadata).toMatchObject({ provider: "openai", outcome: "completed" });
    expect(wordsOf(message)).toBe("The event template is on the paper.");
    expect(message.parts.map((part) => part.type)).toContain("tool-setTemplate");
    expect(paper?.document.blocks[0]).toMatchObject({ type: "masthead", title: "Harbour Books" });
    expect(thread.step).toBe("draft");
    const [first, second] = mock.getRequests().map((request) => JSON.stringify(request.body));
    expect(first).toContain("You compose newsletters in Galley");
    expect(second).toContain("h1 An evening among moving type");
  });

  it("ends as failed, with the question kept, when the server answers with faults", async () => {
    const { owner } = await givenWorkspace();
    const threadId = await givenThread(owner);
    mock.onMessage("trouble ahead", { error: { message: "overloaded", type: "server_error" }, status: 500 });
    const generation = await startTurn(owner, { threadId, messageId: newId(), text: "trouble ahead" });
    await generateAnswer(generation.id);
    const thread = await getThread(owner, threadId);
    expect(thread.generation).toMatchObject({ status: "failed", fault: "fault_model" });
    expect(thread.messages[0]?.parts).toEqual([{ type: "text", text: "trouble ahead" }]);
    expect(await getPaper(owner, threadId)).toBeNull();
  });
});
