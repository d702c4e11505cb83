import { beforeEach, describe, expect, test } from "vitest";
import { jobViewer, type Viewer } from "@/lib/accounts/viewer";
import { confirmProposal } from "@/lib/campaigns/confirm-proposal";
import { createCampaign } from "@/lib/campaigns/create-campaign";
import { getCampaign } from "@/lib/campaigns/get-campaign";
import { getProposal } from "@/lib/campaigns/get-proposal";
import { proposeSend } from "@/lib/campaigns/propose-send";
import { runPreflight } from "@/lib/campaigns/run-preflight";
import { getContentHash, sendCampaign } from "@/lib/campaigns/send-campaign";
import { updateDraft } from "@/lib/campaigns/update-draft";
import { changeNewsletter } from "@/lib/newsletters/change-newsletter";
import { createNewsletter } from "@/lib/newsletters/create-newsletter";
import { setClock } from "@/lib/platform/clock";
import { db, pool } from "@/lib/platform/db";
import { givenCampaign, runCampaignJobs, soundDocument } from "@/prisma/seed/campaign";
import { givenContact } from "@/prisma/seed/contact";
import { givenList } from "@/prisma/seed/list";
import { givenApiKey, givenMember, givenWorkspace } from "@/prisma/seed/workspace";

let owner: Viewer;

beforeEach(async () => {
  ({ owner } = await givenWorkspace());
});

const refusal = (work: Promise<unknown>) =>
  work.then(
    () => "none",
    (error: { code: string; userMessage: string }) => `${error.code} ${error.userMessage}`,
  );

describe("a proposal", () => {
  test("says who, what, how many and what was found, and sends nothing", async () => {
    const { campaign } = await givenCampaign(owner, { people: 4 });
    await givenContact(owner.workspaceId, { status: "unsubscribed" });
    const proposal = await proposeSend(owner, campaign.id);
    expect(proposal).toMatchObject({
      subject: "The autumn workshop",
      from: { name: "Harbour Books", email: "news@harbour.example" },
      audience: { total: 5, sendable: 4 },
      excluded: [{ reason: "unsubscribed", count: 1 }],
      ok: true,
      state: "open",
    });
    expect(await runCampaignJobs()).toEqual([]);
    expect((await getCampaign(owner, campaign.id)).status).toBe("draft");
  });

  test("confirmed twice at once becomes one send", async () => {
    const { campaign } = await givenCampaign(owner);
    const proposal = await proposeSend(owner, campaign.id);
    const both = await Promise.allSettled([
      confirmProposal(owner, proposal.id),
      confirmProposal(owner, proposal.id),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await runCampaignJobs()).toEqual(["campaigns.start"]);
    const dispatches = await pool().query(`SELECT 1 FROM "Dispatch" WHERE "campaignId" = $1`, [campaign.id]);
    expect(dispatches.rowCount).toBe(1);
    expect(await refusal(confirmProposal(owner, proposal.id))).toBe("conflict proposal_confirmed");
  });

  test("of two proposals for one campaign only one is confirmed", async () => {
    const { campaign } = await givenCampaign(owner);
    const [first, second] = [await proposeSend(owner, campaign.id), await proposeSend(owner, campaign.id)];
    await confirmProposal(owner, first.id);
    expect(await refusal(confirmProposal(owner, second.id))).toMatch(/^conflict/);
    expect(
      await db().proposal.count({ where: { campaignId: campaign.id, confirmedAt: { not: null } } }),
    ).toBe(1);
  });

  test("a changed document voids it for good", async () => {
    const { campaign, newsletterId, newsletterVersion } = await givenCampaign(owner);
    const proposal = await proposeSend(owner, campaign.id);
    const change = (version: number, subject: string) =>
      changeNewsletter(owner, {
        id: newsletterId,
        version,
        operations: [{ type: "setMeta", patch: { subject } }],
      });
    const changed = await change(newsletterVersion, "Another subject");
    expect(await refusal(confirmProposal(owner, proposal.id))).toBe("conflict proposal_changed");
    await change(changed.version, "The autumn workshop");
    expect(await refusal(confirmProposal(owner, proposal.id))).toBe("conflict proposal_changed");
    expect((await getProposal(owner, proposal.id)).state).toBe("voided");
    expect((await getCampaign(owner, campaign.id)).status).toBe("draft");
  });

  test("another audience, more people, another name in the From line: each voids it", async () => {
    const list = await givenList(owner.workspaceId);
    await givenContact(owner.workspaceId, { lists: [list.id] });
    const changes: ((campaignId: string) => Promise<unknown>)[] = [
      (id) => updateDraft(owner, { id, audience: { lists: [list.id] } }),
      () => givenContact(owner.workspaceId),
      () => pool().query(`UPDATE "Sender" SET "fromName" = 'Somebody else'`),
      () => pool().query(`UPDATE "Workspace" SET "postalAddress" = 'Elsewhere 1'`),
    ];
    for (const change of changes) {
      const { campaign } = await givenCampaign(owner);
      const proposal = await proposeSend(owner, campaign.id);
      await change(campaign.id);
      expect(await refusal(confirmProposal(owner, proposal.id))).toBe("conflict proposal_changed");
    }
  });

  test("is good for an hour", async () => {
    const { campaign } = await givenCampaign(owner);
    const proposal = await proposeSend(owner, campaign.id);
    const back = setClock(new Date(Date.now() + 61 * 60_000));
    expect(await refusal(confirmProposal(owner, proposal.id))).toBe("expired proposal_expired");
    back();
    expect((await confirmProposal(owner, proposal.id)).status).toBe("preparing");
  });

  test("is confirmed by a signed-in person who may send, and by no key, job or reader", async () => {
    const { campaign } = await givenCampaign(owner);
    const proposal = await proposeSend(owner, campaign.id);
    const key: Viewer = { ...owner, userId: null, via: "api_key", scopes: ["campaigns.send"] };
    expect(await refusal(confirmProposal(key, proposal.id))).toBe("forbidden person_must_confirm");
    const job = jobViewer(owner.workspaceId, owner.userId);
    expect(await refusal(confirmProposal(job, proposal.id))).toBe("forbidden person_must_confirm");
    const reader = await givenMember(owner.workspaceId, "viewer");
    expect(await refusal(confirmProposal(reader, proposal.id))).toMatch(/^forbidden/);
  });

  test("what was confirmed is what goes out, however the newsletter changes afterwards", async () => {
    const { campaign, newsletterId, newsletterVersion } = await givenCampaign(owner);
    const proposal = await proposeSend(owner, campaign.id);
    await confirmProposal(owner, proposal.id);
    await changeNewsletter(owner, {
      id: newsletterId,
      version: newsletterVersion,
      operations: [{ type: "setMeta", patch: { subject: "Too late" } }],
    });
    await runCampaignJobs();
    const started = await getCampaign(owner, campaign.id);
    expect(started).toMatchObject({ status: "sending", subject: "The autumn workshop" });
    expect(started.figures).toMatchObject({ audience: 3, pending: 3 });
  });
});

describe("the check before sending", () => {
  test("refuses without postal address, audience, anybody to write to, or a subject", async () => {
    const { owner: bare } = await givenWorkspace({ postalAddress: null });
    const document = soundDocument();
    const newsletter = await createNewsletter(bare, {
      document: { ...document, meta: { ...document.meta, subject: "" } },
      title: "Unfinished",
    });
    const campaign = await createCampaign(bare, { newsletterId: newsletter.id });
    const codes = async () =>
      (await runPreflight(bare, campaign.id)).findings
        .filter(({ severity }) => severity === "error")
        .map(({ code }) => code)
        .sort();
    expect(await codes()).toEqual(["no_audience", "postal_address_missing", "subject_missing"]);
    await updateDraft(bare, { id: campaign.id, audience: { all: true } });
    expect(await codes()).toContain("nobody_sendable");
    const proposal = await proposeSend(bare, campaign.id);
    expect(proposal.ok).toBe(false);
    expect(await refusal(confirmProposal(bare, proposal.id))).toBe("invalid preflight_failed");
  });

  test("campaigns are locked on Free, also for a draft from better days", async () => {
    const { owner: free } = await givenWorkspace({ plan: "free" });
    const newsletter = await createNewsletter(free, { document: soundDocument() });
    expect(await refusal(createCampaign(free, { newsletterId: newsletter.id }))).toBe(
      "plan_required plan_required_campaigns",
    );
    const { campaign } = await givenCampaign(owner);
    const proposal = await proposeSend(owner, campaign.id);
    await pool().query(`UPDATE "WorkspacePlan" SET plan = 'free' WHERE "workspaceId" = $1`, [
      owner.workspaceId,
    ]);
    expect((await runPreflight(owner, campaign.id)).findings[0]?.code).toBe("plan_required");
    expect(await refusal(confirmProposal(owner, proposal.id))).toBe("plan_required plan_required_campaigns");
  });

  test("a list that was removed since is named, not an accident", async () => {
    const list = await givenList(owner.workspaceId);
    await givenContact(owner.workspaceId, { lists: [list.id] });
    const { campaign } = await givenCampaign(owner, { audience: { lists: [list.id] } });
    await pool().query(`UPDATE "List" SET "deletedAt" = now() WHERE id = $1`, [list.id]);
    const { findings } = await runPreflight(owner, campaign.id);
    expect(findings.map(({ code }) => code)).toContain("audience_gone");
  });
});

describe("sending by an integrator", () => {
  test("goes with the right hash and not with a stale one", async () => {
    const { campaign } = await givenCampaign(owner);
    await givenApiKey(owner);
    const key: Viewer = { ...owner, userId: null, via: "api_key", scopes: ["campaigns.send"] };
    const contentHash = await getContentHash(key, campaign.id);
    await givenContact(owner.workspaceId);
    expect(await refusal(sendCampaign(key, { id: campaign.id, contentHash }))).toBe(
      "conflict proposal_changed",
    );
    const fresh = await getContentHash(key, campaign.id);
    const sent = await sendCampaign(key, { id: campaign.id, contentHash: fresh });
    expect(sent).toMatchObject({ status: "preparing", contentHash: fresh });
    expect(await refusal(sendCampaign(key, { id: campaign.id }))).toBe("conflict campaign_is_preparing");
  });

  test("is not a way around the person in the studio", async () => {
    const { campaign } = await givenCampaign(owner);
    expect(await refusal(sendCampaign(owner, { id: campaign.id }))).toBe("forbidden person_must_confirm");
  });
});
