import { beforeEach, describe, expect, test, vi } from "vitest";
import { POST as cancel } from "@/app/api/v1/campaigns/[id]/cancel/route";
import { POST as pause } from "@/app/api/v1/campaigns/[id]/pause/route";
import { GET as recipients } from "@/app/api/v1/campaigns/[id]/recipients/route";
import { POST as resume } from "@/app/api/v1/campaigns/[id]/resume/route";
import { GET } from "@/app/api/v1/campaigns/[id]/route";
import { POST as schedule } from "@/app/api/v1/campaigns/[id]/schedule/route";
import { POST as send } from "@/app/api/v1/campaigns/[id]/send/route";
import { GET as stream } from "@/app/api/v1/campaigns/[id]/stream/route";
import { POST as sendTest } from "@/app/api/v1/campaigns/[id]/test/route";
import { GET as list, POST } from "@/app/api/v1/campaigns/route";
import type { Viewer } from "@/lib/accounts/viewer";
import { publicId } from "@/lib/platform/ids";
import { givenCampaign, runCampaignJobs } from "@/prisma/seed/campaign";
import { givenContact } from "@/prisma/seed/contact";
import { givenApiKey, givenWorkspace } from "@/prisma/seed/workspace";
import { callApi } from "./call-api";

let owner: Viewer;
let key: string;

beforeEach(async () => {
  ({ owner } = await givenWorkspace());
  key = (await givenApiKey(owner)).authorization;
});

async function givenDraft(people = 3): Promise<string> {
  const { campaign } = await givenCampaign(owner, { people });
  return publicId("campaign", campaign.id);
}

async function givenSending(people = 3): Promise<string> {
  const id = await givenDraft(people);
  await callApi(key, send, { id, body: {} });
  await runCampaignJobs();
  return id;
}

const zeros = {
  audience: 0,
  excluded: 0,
  pending: 0,
  accepted: 0,
  rejected: 0,
  unknown: 0,
  delivered: 0,
  opened: 0,
  clicked: 0,
  bounced: 0,
  complained: 0,
  unsubscribed: 0,
};

describe("a campaign over REST", () => {
  test("is made as a draft and tells its hash", async () => {
    const { newsletterId } = await givenCampaign(owner);
    const response = await callApi(key, POST, {
      body: { newsletterId: publicId("newsletter", newsletterId), audience: { all: true } },
    });
    expect(response.status).toBe(201);
    expect(await response.json()).toMatchObject({
      id: expect.stringMatching(/^cmp_[0-9a-f]{32}$/),
      status: "draft",
      name: "The autumn workshop",
      newsletterId: publicId("newsletter", newsletterId),
      audience: { all: true },
      contentHash: expect.stringMatching(/^[0-9a-f]{64}$/),
      figures: zeros,
    });
  });

  test("is sent by its hash, and not when anything changed since", async () => {
    const id = await givenDraft();
    const { contentHash } = await (await callApi(key, GET, { method: "GET", id })).json();
    await givenContact(owner.workspaceId);
    const stale = await callApi(key, send, { id, body: { contentHash } });
    expect([stale.status, (await stale.json()).code]).toEqual([409, "proposal_changed"]);
    const sent = await callApi(key, send, { id });
    expect([sent.status, (await sent.json()).status]).toEqual([200, "preparing"]);
    await runCampaignJobs();
    const view = await (await callApi(key, GET, { method: "GET", id })).json();
    expect(view).toMatchObject({ status: "sending", figures: { ...zeros, audience: 4, pending: 4 } });
    expect((await callApi(key, send, { id })).status).toBe(409);
  });

  test("sent twice with one Idempotency-Key is sent once and answered alike", async () => {
    const id = await givenDraft();
    const headers = { "idempotency-key": "send-once" };
    const answers = [
      await callApi(key, send, { id, body: {}, headers }),
      await callApi(key, send, { id, body: {}, headers }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect(await runCampaignJobs()).toEqual(["campaigns.start"]);
  });

  test("pauses, goes on and is cancelled, telling why it is paused", async () => {
    const id = await givenSending();
    const paused = await (await callApi(key, pause, { id })).json();
    expect(paused).toMatchObject({ status: "paused", pausedReason: "user" });
    expect((await (await callApi(key, resume, { id })).json()).status).toBe("sending");
    expect((await (await callApi(key, cancel, { id })).json()).status).toBe("cancelled");
    const late = await callApi(key, pause, { id });
    expect([late.status, (await late.json()).code]).toEqual([409, "campaign_is_cancelled"]);
  });

  test("is scheduled in a time zone", async () => {
    const id = await givenDraft();
    const sendAt = new Date(Date.now() + 86_400_000).toISOString().slice(0, 16);
    const response = await callApi(key, schedule, { id, body: { sendAt, timeZone: "Europe/Lisbon" } });
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ status: "scheduled", timeZone: "Europe/Lisbon" });
    const past = await callApi(key, schedule, {
      id,
      body: { sendAt: "2020-01-01T00:00:00Z", timeZone: "UTC" },
    });
    expect([past.status, Object.keys((await past.json()).fields)]).toEqual([422, ["sendAt"]]);
  });

  test("lists its recipients by state, search and cursor", async () => {
    const id = await givenSending(5);
    const page = async (query: string) =>
      (await callApi(key, recipients, { method: "GET", id, query })).json();
    const first = await page("?limit=2");
    expect(first.data).toHaveLength(2);
    expect(first.data[0]).toMatchObject({
      id: expect.stringMatching(/^rcp_/),
      email: expect.stringContaining("@example.com"),
      state: "queued",
      attempts: 0,
      handedAt: null,
    });
    expect(first.data[0]).toHaveProperty("messageId");
    const rest = await page(`?limit=10&cursor=${encodeURIComponent(first.nextCursor)}`);
    expect(rest).toMatchObject({ data: { length: 3 }, nextCursor: null });
    expect((await page("?state=accepted")).data).toEqual([]);
    expect((await page("?search=p3.")).data).toHaveLength(1);
    const bad = await callApi(key, recipients, { method: "GET", id, query: "?state=lost" });
    expect(bad.status).toBe(422);
  });

  test("streams its figures and ends when it is over", async () => {
    const id = await givenSending();
    const response = await callApi(key, stream, { method: "GET", id });
    expect(response.headers.get("content-type")).toMatch(/^text\/event-stream/);
    expect(response.headers.get("cache-control")).toContain("no-transform");
    let text = "";
    const done = (async () => {
      const decoder = new TextDecoder();
      for await (const part of response.body ?? []) text += decoder.decode(part, { stream: true });
    })();
    await vi.waitFor(() => expect(text).toContain('event: figures\ndata: {"status":"sending"'));
    await callApi(key, cancel, { id });
    await runCampaignJobs();
    await done;
    expect(text).toMatch(/"status":"cancelled".*"excluded":3,"pending":0|"status":"cancelled"/);
  });

  test("refuses a test to six addresses, and to what is no address", async () => {
    const id = await givenDraft();
    for (const to of ["nobody", [], Array.from({ length: 6 }, (_, n) => `p${n}@example.com`)]) {
      expect((await callApi(key, sendTest, { id, body: { to } })).status).toBe(422);
    }
  });

  test("is listed by cursor", async () => {
    for (let n = 0; n < 3; n += 1) await givenDraft(1);
    const first = await (await callApi(key, list, { method: "GET", query: "?limit=2" })).json();
    const query = `?limit=2&cursor=${first.nextCursor}`;
    const second = await (await callApi(key, list, { method: "GET", query })).json();
    expect([first.data.length, second.data.length, second.nextCursor]).toEqual([2, 1, null]);
  });

  test("of another workspace is not there, whatever is asked of it", async () => {
    const id = await givenSending();
    const { owner: other } = await givenWorkspace();
    const { authorization } = await givenApiKey(other);
    const body = { to: "a@example.com", sendAt: "2030-01-01T00:00:00Z", timeZone: "UTC" };
    for (const handler of [send, schedule, pause, resume, cancel, sendTest]) {
      expect((await callApi(authorization, handler, { id, body })).status).toBe(404);
      expect((await callApi(key, handler, { id: "cmp_nonsense", body })).status).toBe(404);
    }
    for (const handler of [GET, recipients, stream]) {
      const response = await callApi(authorization, handler, { method: "GET", id });
      expect(response.status).toBe(404);
      expect(response.headers.get("content-type")).toBe("application/problem+json");
    }
    const { newsletterId } = await givenCampaign(owner);
    const borrowed = await callApi(authorization, POST, {
      body: { newsletterId: publicId("newsletter", newsletterId), audience: { all: true } },
    });
    expect(borrowed.status).toBe(404);
  });

  test("needs the scope of what is asked", async () => {
    const id = await givenDraft();
    const { authorization } = await givenApiKey(owner, ["campaigns.read"]);
    expect((await callApi(authorization, GET, { method: "GET", id })).status).toBe(200);
    for (const handler of [send, pause, resume, cancel, sendTest]) {
      expect((await callApi(authorization, handler, { id, body: { to: "a@example.com" } })).status).toBe(403);
    }
  });

  test("is refused by the check with what to mend", async () => {
    const { owner: bare } = await givenWorkspace({ postalAddress: null });
    const { authorization } = await givenApiKey(bare);
    const { campaign } = await givenCampaign(bare);
    const response = await callApi(authorization, send, { id: publicId("campaign", campaign.id) });
    expect(response.status).toBe(422);
    expect(await response.json()).toMatchObject({
      code: "preflight_failed",
      fields: { "workspace.postalAddress": "postal_address_missing" },
    });
  });
});
