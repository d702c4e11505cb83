import { beforeEach, describe, expect, test, vi } from "vitest";
import type { Viewer } from "@/lib/accounts/viewer";
import { cancelCampaign } from "@/lib/campaigns/cancel-campaign";
import { confirmProposal } from "@/lib/campaigns/confirm-proposal";
import { fixFinding } from "@/lib/campaigns/fix-finding";
import { getCampaign } from "@/lib/campaigns/get-campaign";
import { getProposal } from "@/lib/campaigns/get-proposal";
import { listActivities } from "@/lib/campaigns/list-activities";
import { listCampaignRecipients } from "@/lib/campaigns/list-campaign-recipients";
import { listCampaigns } from "@/lib/campaigns/list-campaigns";
import { openFiguresStream } from "@/lib/campaigns/open-figures-stream";
import { pauseCampaign } from "@/lib/campaigns/pause-campaign";
import { proposeSend } from "@/lib/campaigns/propose-send";
import { resumeCampaign } from "@/lib/campaigns/resume-campaign";
import { runPreflight } from "@/lib/campaigns/run-preflight";
import { scheduleCampaign } from "@/lib/campaigns/schedule-campaign";
import { getContentHash, sendCampaign } from "@/lib/campaigns/send-campaign";
import { sendTest } from "@/lib/campaigns/send-test";
import { updateDraft } from "@/lib/campaigns/update-draft";
import { setClock } from "@/lib/platform/clock";
import { pool } from "@/lib/platform/db";
import { stopListening, subscribe } from "@/lib/realtime/subscribe";
import { campaignTopic } from "@/lib/realtime/topics";
import { findDispatch } from "@/lib/sending/find-dispatch";
import { givenCampaign, runCampaignJobs } from "@/prisma/seed/campaign";
import { givenWorkspace } from "@/prisma/seed/workspace";

let owner: Viewer;
let operator: Viewer;

beforeEach(async () => {
  ({ owner } = await givenWorkspace());
  operator = { ...owner, via: "cli" };
});

async function givenConfirmed(people = 3): Promise<string> {
  const { campaign } = await givenCampaign(owner, { people });
  await confirmProposal(owner, (await proposeSend(owner, campaign.id)).id);
  return campaign.id;
}

async function givenSending(people = 3): Promise<string> {
  const id = await givenConfirmed(people);
  await runCampaignJobs();
  return id;
}

const stateOf = async (id: string) => (await findDispatch(owner.workspaceId, id))?.state ?? null;
const refusal = (work: Promise<unknown>) =>
  work.then(
    () => "none",
    (error: { code: string; userMessage: string }) => `${error.code} ${error.userMessage}`,
  );

describe("a campaign in motion", () => {
  test("pauses, goes on and is cancelled, and its Dispatch with it", async () => {
    const id = await givenSending();
    expect((await pauseCampaign(owner, id)).status).toBe("paused");
    expect(await stateOf(id)).toBe("paused");
    expect((await resumeCampaign(owner, id)).status).toBe("sending");
    expect(await stateOf(id)).toBe("running");
    const cancelled = await cancelCampaign(owner, id);
    expect(cancelled.status).toBe("cancelled");
    expect(await stateOf(id)).toBe("stopped");
    await vi.waitFor(async () => {
      await runCampaignJobs();
      expect((await getCampaign(owner, id)).figures).toMatchObject({ audience: 3, excluded: 3, pending: 0 });
    });
  });

  test("of a pause and a cancel at once the row and the Dispatch agree in the end", async () => {
    for (let round = 0; round < 5; round += 1) {
      const id = await givenSending();
      await Promise.allSettled([pauseCampaign(owner, id), cancelCampaign(owner, id)]);
      await pool().query(`UPDATE pgboss.job SET start_after = now() WHERE name = 'campaigns.align'`);
      await runCampaignJobs();
      expect((await getCampaign(owner, id)).status).toBe("cancelled");
      expect(await stateOf(id)).toBe("stopped");
    }
  });

  test("two pauses at once: one conflict, one pause", async () => {
    const id = await givenSending();
    const both = await Promise.all([refusal(pauseCampaign(owner, id)), refusal(pauseCampaign(owner, id))]);
    expect(both.sort()).toEqual(["conflict campaign_is_paused", "none"]);
  });

  test("paused before its audience is frozen, nothing starts until it goes on", async () => {
    const id = await givenConfirmed();
    await pauseCampaign(owner, id);
    await runCampaignJobs();
    expect(await stateOf(id)).toBeNull();
    expect((await resumeCampaign(owner, id)).status).toBe("preparing");
    await runCampaignJobs();
    expect((await getCampaign(owner, id)).status).toBe("sending");
    expect(await stateOf(id)).toBe("running");
  });

  test("cancelled before its audience is frozen, nobody is mailed", async () => {
    const id = await givenConfirmed();
    await cancelCampaign(owner, id);
    await runCampaignJobs();
    expect(await stateOf(id)).toBeNull();
    expect((await getCampaign(owner, id)).finishedAt).not.toBeNull();
  });

  test("its start run twice freezes once", async () => {
    const id = await givenSending();
    await pool().query(
      `UPDATE pgboss.job SET state = 'created', start_after = now(), completed_on = NULL WHERE name = 'campaigns.start'`,
    );
    await runCampaignJobs();
    expect((await getCampaign(owner, id)).figures.audience).toBe(3);
    const kinds = (await listActivities(owner, { campaignId: id })).data.map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === "started")).toHaveLength(1);
  });

  test("a setting that changed between yes and start fails it, and nobody is mailed", async () => {
    const id = await givenConfirmed();
    await pool().query(`UPDATE "Sender" SET "fromName" = 'Somebody else'`);
    await runCampaignJobs();
    expect(await getCampaign(owner, id)).toMatchObject({ status: "failed", failure: "conflict" });
    expect(await stateOf(id)).toBeNull();
  });

  test("keeps a log of who did what with the figures of the moment", async () => {
    const id = await givenSending();
    await pauseCampaign(owner, id);
    const { data } = await listActivities(owner, { campaignId: id });
    expect(data.map(({ kind, actor }) => [kind, actor.kind])).toEqual([
      ["paused", "session"],
      ["started", "job"],
      ["confirmed", "session"],
      ["created", "session"],
    ]);
    expect(data[0]?.figures).toMatchObject({ audience: 3, pending: 3 });
  });

  test("tells who looks, after the commit", async () => {
    const id = await givenSending();
    const seen: string[] = [];
    const stop = subscribe([campaignTopic(owner.workspaceId, id)], () => {
      void getCampaign(owner, id).then(({ status }) => seen.push(status));
    });
    await vi.waitFor(() => expect(seen.length).toBeGreaterThan(0));
    await pauseCampaign(owner, id);
    await vi.waitFor(() => expect(seen.at(-1)).toBe("paused"));
    stop();
    await stopListening();
  });
});

describe("a scheduled campaign", () => {
  const at = (ms: number) => new Date(Date.now() + ms).toISOString();
  const due = () =>
    pool().query(
      `UPDATE pgboss.job SET start_after = now() WHERE name = 'campaigns.start' AND state = 'created'`,
    );

  test("waits for its time, then goes", async () => {
    const { campaign } = await givenCampaign(owner);
    const scheduled = await scheduleCampaign(operator, {
      id: campaign.id,
      sendAt: at(600_000),
      timeZone: "Europe/Lisbon",
    });
    expect(scheduled).toMatchObject({ status: "scheduled", timeZone: "Europe/Lisbon" });
    expect(await runCampaignJobs()).not.toContain("campaigns.start");
    await due();
    await runCampaignJobs();
    expect((await getCampaign(owner, campaign.id)).status).toBe("scheduled");
    await scheduleCampaign(operator, { id: campaign.id, sendAt: at(700_000), timeZone: "UTC" });
    const back = setClock(new Date(Date.now() + 750_000));
    await due();
    await runCampaignJobs();
    back();
    expect((await getCampaign(owner, campaign.id)).status).toBe("sending");
  });

  test("found more than an hour late, it asks before it sends", async () => {
    const { campaign } = await givenCampaign(owner);
    await scheduleCampaign(operator, { id: campaign.id, sendAt: at(60_000), timeZone: "UTC" });
    const back = setClock(new Date(Date.now() + 2 * 3_600_000));
    await due();
    await runCampaignJobs();
    back();
    expect(await getCampaign(owner, campaign.id)).toMatchObject({ status: "paused", pausedReason: "stale" });
    await resumeCampaign(owner, campaign.id);
    await runCampaignJobs();
    expect((await getCampaign(owner, campaign.id)).status).toBe("sending");
  });

  test("refuses the past and zones that are none", async () => {
    const { campaign } = await givenCampaign(owner);
    const schedule = (sendAt: string, timeZone: string) =>
      refusal(scheduleCampaign(operator, { id: campaign.id, sendAt, timeZone }));
    expect(await schedule(at(-1_000), "UTC")).toMatch(/^invalid/);
    expect(await schedule("soon", "UTC")).toMatch(/^invalid/);
    expect(await schedule(at(60_000), "Mars/Olympus")).toMatch(/^invalid/);
  });
});

describe("someone else's campaign", () => {
  test("is not found by any command or query", async () => {
    const id = await givenSending();
    const { campaign: draft } = await givenCampaign(owner);
    const proposal = await proposeSend(owner, draft.id);
    const { owner: other } = await givenWorkspace();
    const key: Viewer = { ...other, via: "cli" };
    const attempts: Promise<unknown>[] = [
      getCampaign(other, id),
      updateDraft(other, { id: draft.id, name: "Mine" }),
      runPreflight(other, draft.id),
      proposeSend(other, draft.id),
      getProposal(other, proposal.id),
      confirmProposal(other, proposal.id),
      sendCampaign(key, { id: draft.id }),
      getContentHash(other, draft.id),
      scheduleCampaign(key, {
        id: draft.id,
        sendAt: new Date(Date.now() + 60_000).toISOString(),
        timeZone: "UTC",
      }),
      pauseCampaign(other, id),
      resumeCampaign(other, id),
      cancelCampaign(other, id),
      listActivities(other, { campaignId: id }),
      listCampaignRecipients(other, { campaignId: id }),
      openFiguresStream(other, id, new AbortController().signal),
      sendTest(other, { campaignId: draft.id, to: ["a@example.com"] }),
      fixFinding(other, { campaignId: draft.id, code: "contrast_low" }),
      getCampaign(other, "not-an-id"),
    ];
    const outcomes = await Promise.all(attempts.map(refusal));
    expect(outcomes).toEqual(outcomes.map(() => "not_found not_found"));
    expect((await listCampaigns(other)).data).toEqual([]);
    expect((await listActivities(other)).data).toEqual([]);
    expect((await getCampaign(owner, id)).status).toBe("sending");
  });

  test("nor can its parts be used", async () => {
    const mine = await givenCampaign(owner);
    const { owner: other } = await givenWorkspace();
    const theirs = await givenCampaign(other);
    const update = (change: object) => refusal(updateDraft(owner, { id: mine.campaign.id, ...change }));
    expect(await update({ newsletterId: theirs.newsletterId })).toMatch(/^not_found/);
    expect(await update({ senderId: theirs.campaign.senderId })).toMatch(/^not_found/);
    expect(await update({ audience: { lists: [theirs.campaign.id] } })).toMatch(/^not_found/);
  });
});

describe("the list", () => {
  test("pages by cursor without gaps or repeats", async () => {
    for (let n = 0; n < 7; n += 1) await givenCampaign(owner, { people: 1, name: `Campaign ${n}` });
    const names: string[] = [];
    let cursor: string | null | undefined;
    do {
      const page = await listCampaigns(owner, { limit: 3, ...(cursor ? { cursor } : {}) });
      names.push(...page.data.map(({ name }) => name));
      cursor = page.nextCursor;
    } while (cursor);
    expect(names).toEqual([6, 5, 4, 3, 2, 1, 0].map((n) => `Campaign ${n}`));
    const found = await listCampaigns(owner, { search: "campaign 4" });
    expect(found.data.map(({ name }) => name)).toEqual(["Campaign 4"]);
  });
});
