import pg from "pg";
import { afterAll, describe, expect, test, vi } from "vitest";
import { newId } from "@/lib/platform/ids";
import { packChanges, unpackChanges } from "@/lib/realtime/live-message";
import { openLiveStream } from "@/lib/realtime/open-live-stream";
import { flushLiveUpdates, publishAfterCommit } from "@/lib/realtime/publish";
import { stopListening, subscribe } from "@/lib/realtime/subscribe";
import { campaignTopic, workspaceTopics } from "@/lib/realtime/topics";

afterAll(() => stopListening());

const reader = () => ({ workspaceId: newId(), userId: newId() });

/** Reads a stream's events until it ends; the list grows as they come. */
function readEvents(response: Response) {
  const events: { name: string; data: unknown }[] = [];
  const done = (async () => {
    let text = "";
    const decoder = new TextDecoder();
    for await (const part of response.body ?? []) {
      text += decoder.decode(part, { stream: true });
      const blocks = text.split("\n\n");
      text = blocks.pop() ?? "";
      for (const block of blocks) {
        const name = /^event: (.*)$/m.exec(block)?.[1];
        const data = /^data: (.*)$/m.exec(block)?.[1];
        if (name && data) events.push({ name, data: JSON.parse(data) });
      }
    }
  })();
  return { events, done };
}

describe("live updates", () => {
  test("a change reaches every listener of its topic and no other", async () => {
    const { workspaceId } = reader();
    const topic = campaignTopic(workspaceId, newId());
    const mine = vi.fn();
    const others = vi.fn();
    const stopMine = subscribe([topic], mine);
    const stopOthers = subscribe([workspaceTopics(newId())], others);
    await vi.waitFor(() => expect(mine).toHaveBeenCalled());
    mine.mockClear();
    others.mockClear();

    publishAfterCommit(topic, { seq: 3 });

    await vi.waitFor(() => expect(mine).toHaveBeenCalledWith({ topic, seq: 3 }));
    expect(others).not.toHaveBeenCalled();
    stopMine();
    stopOthers();
  });

  test("a hundred announcements at once become one call with the highest sequence", async () => {
    const topic = campaignTopic(newId(), newId());
    const listener = vi.fn();
    const stop = subscribe([topic], listener);
    // A fence on another topic tells that the connection listens.
    const fence = campaignTopic(newId(), newId());
    const fenced = vi.fn();
    const stopFence = subscribe([fence], fenced);
    await vi.waitFor(() => {
      publishAfterCommit(fence, { seq: 1 });
      expect(fenced).toHaveBeenCalledWith({ topic: fence, seq: 1 });
    });
    listener.mockClear();
    for (let seq = 1; seq <= 100; seq += 1) publishAfterCommit(topic, { seq });
    await flushLiveUpdates();
    await vi.waitFor(() => expect(listener).toHaveBeenCalledWith({ topic, seq: 100 }));
    expect(listener).toHaveBeenCalledTimes(1);
    stop();
    stopFence();
  });

  test("who listens when the connection is lost is called again once it is back", async () => {
    const topic = campaignTopic(newId(), newId());
    const listener = vi.fn();
    const stop = subscribe([topic], listener);
    publishAfterCommit(topic);
    await vi.waitFor(() => expect(listener).toHaveBeenCalled());
    listener.mockClear();

    const admin = new pg.Client({ connectionString: process.env.DATABASE_URL ?? "" });
    await admin.connect();
    const killed = await admin.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
        WHERE application_name = 'galley live updates' AND datname = current_database()`,
    );
    await admin.end();
    expect(killed.rowCount).toBe(1);

    await vi.waitFor(() => expect(listener).toHaveBeenCalledWith({ topic }), { timeout: 5_000 });
    stop();
  });

  test("payloads stay below PostgreSQL's limit and survive the way", () => {
    const changes = Array.from({ length: 500 }, (_, seq) => ({
      topic: campaignTopic(newId(), newId()),
      seq,
    }));
    const payloads = packChanges(changes);
    expect(Math.max(...payloads.map((payload) => Buffer.byteLength(payload)))).toBeLessThan(8000);
    expect(payloads.flatMap(unpackChanges)).toEqual(changes);
    expect(unpackChanges("not json")).toEqual([]);
  });
});

describe("the event stream", () => {
  test("delivers the changes of its workspace", async () => {
    const viewer = reader();
    const topic = campaignTopic(viewer.workspaceId, newId());
    const leave = new AbortController();
    const { events, done } = readEvents(
      openLiveStream(viewer, { signal: leave.signal, findViewer: async () => viewer }),
    );
    await vi.waitFor(() => expect(events.map((event) => event.name)).toContain("ready"));
    publishAfterCommit(topic, { seq: 7 });
    await vi.waitFor(() => expect(events).toContainEqual({ name: "change", data: { topic, seq: 7 } }));
    leave.abort();
    await done;
  });

  test("begins again with `ready`, so that a reader that was away reads the rows anew", async () => {
    const viewer = reader();
    for (let visit = 0; visit < 2; visit += 1) {
      const leave = new AbortController();
      const { events, done } = readEvents(
        openLiveStream(viewer, { signal: leave.signal, findViewer: async () => viewer }),
      );
      await vi.waitFor(() => expect(events[0]?.name).toBe("ready"));
      leave.abort();
      await done;
    }
  });

  test("ends with the session", async () => {
    const viewer = reader();
    const { done } = readEvents(
      openLiveStream(viewer, {
        signal: new AbortController().signal,
        heartbeatMs: 20,
        findViewer: async () => null,
      }),
    );
    await done;
  });

  test("a topic of another workspace is not found", () => {
    const viewer = reader();
    const open = (topic: string) => () =>
      openLiveStream(viewer, {
        topics: [topic],
        signal: new AbortController().signal,
        findViewer: async () => viewer,
      });
    expect(open(campaignTopic(newId(), newId()))).toThrow(/outside/);
    expect(open("*")).toThrow(/outside/);
    expect(open(`ws:${viewer.workspaceId}:*:x`)).toThrow(/outside/);
  });

  test("is neither cached, compressed nor buffered on its way", async () => {
    const leave = new AbortController();
    const viewer = reader();
    const response = openLiveStream(viewer, { signal: leave.signal, findViewer: async () => viewer });
    expect(response.headers.get("content-type")).toMatch(/^text\/event-stream/);
    expect(response.headers.get("cache-control")).toContain("no-transform");
    const { done } = readEvents(response);
    leave.abort();
    await done;
  });
});
