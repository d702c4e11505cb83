import { afterAll, describe, expect, it, vi } from "vitest";
import { getProposal } from "@/lib/campaigns/get-proposal";
import { chooseAudience, proposeThreadSend } from "@/lib/composer/arrange-send";
import { changeDraft, undoDraftChange } from "@/lib/composer/change-draft";
import { removeThread, renameThread } from "@/lib/composer/change-thread";
import { createThread } from "@/lib/composer/create-thread";
import { followGeneration } from "@/lib/composer/follow-generation";
import { generateAnswer } from "@/lib/composer/generate-answer";
import { getPaper } from "@/lib/composer/get-paper";
import { getThread, listThreads } from "@/lib/composer/get-thread";
import { offlineModel } from "@/lib/composer/models/offline-model";
import { shownText } from "@/lib/composer/offline/compose";
import { setTemplate } from "@/lib/composer/set-template";
import { retryTurn, startTurn } from "@/lib/composer/start-turn";
import { stopGeneration } from "@/lib/composer/stop-generation";
import { db } from "@/lib/platform/db";
import { newId } from "@/lib/platform/ids";
import { stopListening } from "@/lib/realtime/subscribe";
import { givenContact } from "@/prisma/seed/contact";
import { givenThread } from "@/prisma/seed/newsletter";
import { givenWorkspace } from "@/prisma/seed/workspace";
import { say, wordsOf } from "./turn-helpers";

afterAll(stopListening);

const brief =
  "Announce our autumn workshop on 12 October at 18:30 in the Old Mill. 40 euros. https://mill.example/workshop";

describe("a turn", () => {
  it("turns a brief into a saved newsletter, and a reload shows all that was said and made", async () => {
    const { owner } = await givenWorkspace();
    const threadId = await givenThread(owner);
    const { thread, paper, message } = await say(owner, threadId, brief);
    expect(thread.step).toBe("draft");
    expect(thread.title).toMatch(/^Announce our autumn workshop/);
    expect(thread.messages.map((entry) => entry.role)).toEqual(["user", "assistant"]);
    expect(message.metadata).toMatchObject({ provider: "offline", outcome: "completed" });
    expect(wordsOf(message)).toMatch(/not a language model/);
    const shown = shownText(paper?.document ?? (await Promise.reject(new Error("no paper"))));
    for (const fact of ["12 october", "18:30", "old mill", "40 euros", "https://mill.example/workshop"]) {
      expect(shown).toContain(fact);
    }
    expect(paper?.version).toBeGreaterThan(3);
  });

  it("goes from the brief to a proposal that only a person can confirm", async () => {
    const { owner } = await givenWorkspace();
    await givenContact(owner.workspaceId);
    const threadId = await givenThread(owner);
    await say(owner, threadId, brief);
    expect((await say(owner, threadId, "send it")).thread.step).toBe("audience");
    expect((await say(owner, threadId, "everyone")).thread.step).toBe("review");
    const { message, thread } = await say(owner, threadId, "send it");
    const proposed = message.parts.find((part) => part.type === "tool-proposeSend");
    expect(proposed?.state).toBe("output-available");
    const output = proposed && "output" in proposed ? proposed.output : undefined;
    if (!output?.ok) throw new Error("no proposal");
    expect((await getProposal(owner, output.proposal.id)).state).toBe("open");
    expect(thread.step).toBe("review");
    expect(
      await db().campaign.count({ where: { workspaceId: owner.workspaceId, status: { not: "draft" } } }),
    ).toBe(0);
  });

  it("refuses steps before their time and says why", async () => {
    const { owner } = await givenWorkspace();
    const threadId = await givenThread(owner);
    await expect(chooseAudience(owner, { threadId, audience: { all: true } })).rejects.toMatchObject({
      userMessage: "step_no_draft_yet",
    });
    await setTemplate(owner, { threadId, slug: "event" });
    await expect(proposeThreadSend(owner, threadId)).rejects.toMatchObject({
      userMessage: "step_no_audience_yet",
    });
    await db().thread.update({ where: { id: threadId }, data: { step: "sent" } });
    await expect(setTemplate(owner, { threadId, slug: "letter" })).rejects.toMatchObject({
      userMessage: "step_already_sent",
    });
  });

  it("stores a repeated request once", async () => {
    const { owner } = await givenWorkspace();
    const threadId = await givenThread(owner);
    const turn = { threadId, messageId: newId(), text: brief };
    const first = await startTurn(owner, turn);
    expect((await startTurn(owner, turn)).id).toBe(first.id);
    expect(await db().message.count({ where: { threadId } })).toBe(1);
  });

  it("refuses a second question while the first is being answered, and keeps nothing of it", async () => {
    const { owner } = await givenWorkspace();
    const threadId = await givenThread(owner);
    const results = await Promise.allSettled(
      Array.from({ length: 5 }, () => startTurn(owner, { threadId, messageId: newId(), text: brief })),
    );
    expect(results.filter((result) => result.status === "fulfilled")).toHaveLength(1);
    for (const result of results) {
      if (result.status === "rejected") {
        expect(result.reason).toMatchObject({ code: "conflict", userMessage: "answer_in_progress" });
      }
    }
    expect(await db().message.count({ where: { threadId } })).toBe(1);
    expect(await db().generation.count({ where: { threadId } })).toBe(1);
  });

  it("refuses empty and overlong words", async () => {
    const { owner } = await givenWorkspace();
    const threadId = await givenThread(owner);
    for (const text of ["", "   \u0000 ", "x".repeat(20_001)]) {
      await expect(startTurn(owner, { threadId, messageId: newId(), text })).rejects.toMatchObject({
        name: "ZodError",
      });
    }
  });

  it("is made once when two workers take it up", async () => {
    const { owner } = await givenWorkspace();
    const threadId = await givenThread(owner);
    const generation = await startTurn(owner, { threadId, messageId: newId(), text: brief });
    await Promise.all([generateAnswer(generation.id), generateAnswer(generation.id)]);
    expect((await getThread(owner, threadId)).messages.map((entry) => entry.role)).toEqual([
      "user",
      "assistant",
    ]);
  });

  it("can be said again in other words, and everything after it gives way", async () => {
    const { owner } = await givenWorkspace();
    const threadId = await givenThread(owner);
    const { thread } = await say(owner, threadId, "hi");
    await say(owner, threadId, brief);
    const first = thread.messages[0]?.id ?? "";
    const generation = await startTurn(owner, { threadId, messageId: newId(), text: brief, replaces: first });
    await generateAnswer(generation.id);
    expect((await getThread(owner, threadId)).messages.map((entry) => entry.role)).toEqual([
      "user",
      "assistant",
    ]);
  });
});

describe("a change by hand and by chat", () => {
  it("keeps a person's change that was made while the composer wrote elsewhere", async () => {
    const { owner } = await givenWorkspace();
    const threadId = await givenThread(owner);
    await say(owner, threadId, brief);
    const paper = await getPaper(owner, threadId);
    if (!paper) throw new Error("no paper");
    await say(owner, threadId, "make the headline Hands on");
    const change = await changeDraft(owner, {
      threadId,
      version: paper.version,
      operations: [{ type: "setMeta", patch: { preheader: "Mine" } }],
    });
    expect(change.wasMerged).toBe(true);
    expect(shownText(change.document)).toContain("hands on");
  });

  it("undoes what a receipt names, and says when something else stands in the way", async () => {
    const { owner } = await givenWorkspace();
    const threadId = await givenThread(owner);
    await say(owner, threadId, brief);
    const first = await say(owner, threadId, "make the headline One");
    const second = await say(owner, threadId, "make the headline Two");
    const version = first.paper?.version ?? 0;
    await expect(undoDraftChange(owner, { threadId, version })).rejects.toMatchObject({
      userMessage: "undo_in_the_way",
    });
    await undoDraftChange(owner, { threadId, version: second.paper?.version ?? 0 });
    const undone = await undoDraftChange(owner, { threadId, version });
    expect(shownText(undone.document)).toContain("our autumn workshop");
  });
});

describe("stopping, failing and trying again", () => {
  it("ends a waiting answer at once, and it can be tried again", async () => {
    const { owner } = await givenWorkspace();
    const threadId = await givenThread(owner);
    const generation = await startTurn(owner, { threadId, messageId: newId(), text: brief });
    expect(await stopGeneration(owner, threadId)).toEqual({ wasWriting: true });
    await generateAnswer(generation.id);
    const stopped = await getThread(owner, threadId);
    expect(stopped.generation?.status).toBe("stopped");
    const again = await retryTurn(owner, threadId);
    await generateAnswer(again.id);
    const thread = await getThread(owner, threadId);
    expect(thread.messages.map((entry) => entry.metadata?.outcome)).toEqual([undefined, "completed"]);
  });

  it("finishes a draft that was stopped half-way, when it is tried again", async () => {
    const { owner } = await givenWorkspace();
    const threadId = await givenThread(owner);
    const text = "Our new shop in Rua das Flores opens on Saturday, from 10:00 to 19:00.";
    const generation = await startTurn(owner, { threadId, messageId: newId(), text });
    const answering = generateAnswer(generation.id, {
      chooseModel: async (call) => offlineModel(call, { wordMs: 0, callMs: 250 }),
    });
    await vi.waitFor(async () => expect((await getPaper(owner, threadId))?.version ?? 0).toBeGreaterThan(3), {
      timeout: 15_000,
    });
    await stopGeneration(owner, threadId);
    await answering;
    expect((await getThread(owner, threadId)).generation?.status).toBe("stopped");
    const again = await retryTurn(owner, threadId);
    await generateAnswer(again.id);
    const shown = shownText(
      (await getPaper(owner, threadId))?.document ?? (await Promise.reject(new Error("no paper"))),
    );
    for (const fact of ["rua das flores", "saturday", "10:00 to 19:00"]) expect(shown).toContain(fact);
    expect(shown).not.toMatch(/basement|paper mill/);
  });

  it("keeps what a dead worker had written, marks it as cut off, and lets the person try again", async () => {
    const { owner } = await givenWorkspace();
    const threadId = await givenThread(owner);
    const { id } = await startTurn(owner, { threadId, messageId: newId(), text: brief });
    // As a worker leaves it that was killed in the middle: running, a few parts written, no heartbeat since.
    await db().generation.update({
      where: { id },
      data: { status: "running", startedAt: new Date(), heartbeatAt: new Date(Date.now() - 60_000) },
    });
    const parts = [
      { type: "start" },
      { type: "start-step" },
      { type: "text-start", id: "t" },
      { type: "text-delta", id: "t", delta: "Half a sen" },
      { type: "tool-input-start", toolCallId: "c", toolName: "writeBlocks" },
    ];
    await db().streamPart.createMany({
      data: parts.map((part, index) => ({ generationId: id, sequence: index + 1, part })),
    });
    const thread = await getThread(owner, threadId);
    expect(thread.generation).toMatchObject({ status: "failed", fault: "fault_interrupted" });
    const cut = (await getThread(owner, threadId)).messages.at(-1);
    expect(cut?.parts).toContainEqual({ type: "text", text: "Half a sen", state: "done" });
    const again = await retryTurn(owner, threadId);
    await generateAnswer(again.id);
    expect((await getThread(owner, threadId)).generation?.status).toBe("completed");
  });

  it("marks an answer as failed when the model dies, with what it said so far", async () => {
    const { owner } = await givenWorkspace();
    const threadId = await givenThread(owner);
    const { id } = await startTurn(owner, { threadId, messageId: newId(), text: brief });
    await generateAnswer(id, { chooseModel: () => Promise.reject(new Error("no model today")) });
    const thread = await getThread(owner, threadId);
    expect(thread.generation).toMatchObject({ status: "failed", fault: "fault_model" });
  });
});

describe("whose thread it is", () => {
  it("is not found by another workspace, in any way", async () => {
    const { owner } = await givenWorkspace();
    const { owner: stranger } = await givenWorkspace();
    const threadId = await givenThread(owner);
    const { generation } = await say(owner, threadId, brief);
    for (const attempt of [
      () => getThread(stranger, threadId),
      () => getPaper(stranger, threadId),
      () => startTurn(stranger, { threadId, messageId: newId(), text: "hi" }),
      () => retryTurn(stranger, threadId),
      () => stopGeneration(stranger, threadId),
      () => renameThread(stranger, { threadId, title: "Mine" }),
      () => removeThread(stranger, threadId),
      () => setTemplate(stranger, { threadId, slug: "event" }),
      () =>
        changeDraft(stranger, {
          threadId,
          version: 1,
          operations: [{ type: "setMeta", patch: { subject: "x" } }],
        }),
      () => chooseAudience(stranger, { threadId, audience: { all: true } }),
      () => followGeneration(stranger, { generationId: generation.id, after: 0 }).next(),
      () => createThread(stranger, { id: threadId }),
    ]) {
      await expect(attempt()).rejects.toMatchObject({ code: "not_found" });
    }
    expect(await listThreads(stranger)).toEqual([]);
  });

  it("is renamed, listed and removed; the newsletter stays", async () => {
    const { owner } = await givenWorkspace();
    const threadId = await givenThread(owner);
    await say(owner, threadId, brief);
    await renameThread(owner, { threadId, title: "Autumn" });
    expect(await listThreads(owner)).toMatchObject([{ id: threadId, title: "Autumn" }]);
    await removeThread(owner, threadId);
    expect(await listThreads(owner)).toEqual([]);
    await expect(getThread(owner, threadId)).rejects.toMatchObject({ code: "not_found" });
    expect(await db().newsletter.count({ where: { workspaceId: owner.workspaceId, deletedAt: null } })).toBe(
      1,
    );
  });
});
