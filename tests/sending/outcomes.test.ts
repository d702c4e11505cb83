import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { type Mailbox, startMailbox } from "@/emulators/mailbox/start-mailbox";
import { unsubscribeContact } from "@/lib/contacts/unsubscribe-contact";
import { closeSmtp } from "@/lib/mail/smtp";
import { db, pool, transaction } from "@/lib/platform/db";
import { newId } from "@/lib/platform/ids";
import { checkFigures } from "@/lib/sending/check-figures";
import { deliverSlice } from "@/lib/sending/deliver-slice";
import { getDispatch } from "@/lib/sending/find-dispatch";
import { getFigures } from "@/lib/sending/get-figures";
import { claimBatches } from "@/lib/sending/internal/claim-batches";
import { markWindow } from "@/lib/sending/internal/mark-window";
import { recordOutcomes } from "@/lib/sending/internal/record-outcomes";
import { listRecipients } from "@/lib/sending/list-recipients";
import { pauseDispatch } from "@/lib/sending/pause-dispatch";
import { resumeDispatch } from "@/lib/sending/resume-dispatch";
import { stopDispatch } from "@/lib/sending/stop-dispatch";
import { sweepDispatches } from "@/lib/sending/sweep-dispatches";
import { givenDispatch, numberedPeople } from "@/prisma/seed/dispatch";
import { givenWorkspace } from "@/prisma/seed/workspace";
import { deliverUntilDone } from "./support/deliver-until-done";

let mailbox: Mailbox;
let received: string[] = [];
beforeAll(async () => {
  mailbox = await startMailbox({ onMessage: ({ envelopeTo }) => received.push(envelopeTo[0] ?? "") });
  process.env.SMTP_URL = mailbox.smtpUrl;
});
beforeEach(() => {
  received = [];
  mailbox.clear();
  mailbox.clearFaults();
});
afterAll(async () => {
  closeSmtp();
  await mailbox.stop();
});

async function only(dispatchId: string) {
  return db().recipient.findFirstOrThrow({ where: { dispatchId } });
}

test("a refusal for now is tried again and then arrives once", async () => {
  const { owner } = await givenWorkspace();
  mailbox.addFault({ match: "p0@", phase: "rcpt", code: 451, times: 2 });
  const dispatch = await givenDispatch(owner, { people: numberedPeople(3), retryDelaysSeconds: [0, 0, 0] });
  await deliverUntilDone(dispatch.id);
  expect(received.filter((to) => to === "p0@example.com")).toHaveLength(1);
  expect(
    await db().recipient.findFirst({ where: { dispatchId: dispatch.id, email: "p0@example.com" } }),
  ).toMatchObject({
    state: "accepted",
    attempts: 3,
  });
  const tries = await db().delivery.findMany({
    where: { dispatchId: dispatch.id },
    orderBy: { attempt: "asc" },
  });
  expect(tries.map((each) => each.outcome)).toEqual(["deferred", "deferred", "accepted"]);
  expect(await checkFigures(dispatch.id)).toMatchObject({ isRight: true });
});

test("after the last try a refusal for now is a rejection with its reason", async () => {
  const { owner } = await givenWorkspace();
  const dispatch = await givenDispatch(owner, {
    people: [{ email: "a+data451@example.com" }],
    retryDelaysSeconds: [0, 0],
  });
  await deliverUntilDone(dispatch.id);
  expect(await only(dispatch.id)).toMatchObject({ state: "rejected", reason: "tries_used_up", attempts: 3 });
  expect(received).toEqual([]);
});

test("a refusal for good is a rejection at once and hurts nobody else on the connection", async () => {
  const { owner } = await givenWorkspace();
  const people = [
    ...numberedPeople(20),
    { email: "a+rcpt550@example.com" },
    { email: "b+data554@example.com" },
  ];
  const dispatch = await givenDispatch(owner, { people });
  await deliverUntilDone(dispatch.id);
  expect(await getFigures(owner.workspaceId, dispatch.campaignId)).toMatchObject({
    accepted: 20,
    rejected: 2,
    pending: 0,
  });
  const { data } = await listRecipients(owner, { campaignId: dispatch.campaignId, state: "rejected" });
  expect(data.map(({ reason, attempts }) => ({ reason, attempts }))).toEqual([
    { reason: "refused", attempts: 1 },
    { reason: "refused", attempts: 1 },
  ]);
  expect(data.map((each) => each.response?.slice(0, 3)).sort()).toEqual(["550", "554"]);
});

test("a connection lost before the final dot is a retry, one lost after it is unknown and never sent again", async () => {
  const { owner } = await givenWorkspace();
  mailbox.addFault({ match: "before@", drop: "before-dot", times: 1 });
  mailbox.addFault({ match: "after@", drop: "after-dot", times: 1 });
  const people = [{ email: "before@example.com" }, { email: "after@example.com" }, ...numberedPeople(10)];
  const dispatch = await givenDispatch(owner, { people, retryDelaysSeconds: [0] });
  await deliverUntilDone(dispatch.id);
  const states = await db().recipient.findMany({
    where: { dispatchId: dispatch.id, email: { in: ["before@example.com", "after@example.com"] } },
  });
  const of = (email: string) => states.find((row) => row.email === email);
  expect(of("before@example.com")).toMatchObject({ state: "accepted", attempts: 2 });
  expect(of("after@example.com")).toMatchObject({ state: "unknown", attempts: 1 });
  expect(received.filter((to) => to === "after@example.com")).toHaveLength(1);
  expect(received.filter((to) => to === "before@example.com")).toHaveLength(1);
  expect(await getFigures(owner.workspaceId, dispatch.campaignId)).toMatchObject({
    accepted: 11,
    unknown: 1,
    pending: 0,
  });
});

test("an address that mail cannot be written to is rejected without a byte on the wire", async () => {
  const { owner } = await givenWorkspace();
  const dispatch = await givenDispatch(owner, {
    people: [{ email: "a@b.c\r\nRCPT TO:<x@y.z>" }, { email: "ok@example.com" }],
  });
  await deliverUntilDone(dispatch.id);
  expect(received).toEqual(["ok@example.com"]);
  expect(await getFigures(owner.workspaceId, dispatch.campaignId)).toMatchObject({
    accepted: 1,
    rejected: 1,
  });
});

test("a mail server that is away costs nobody a try, and is named until it is back", async () => {
  const { owner } = await givenWorkspace();
  const dispatch = await givenDispatch(owner, { people: numberedPeople(5) });
  const { smtpPort } = mailbox;
  await mailbox.stop();
  closeSmtp();
  expect(await deliverSlice(dispatch.id)).toEqual({ again: true, afterSeconds: 5 });
  expect(await getDispatch(owner.workspaceId, dispatch.campaignId)).toMatchObject({
    state: "running",
    lastFault: expect.stringContaining("ECONNREFUSED"),
  });
  mailbox = await startMailbox({
    smtpPort,
    onMessage: ({ envelopeTo }) => received.push(envelopeTo[0] ?? ""),
  });
  await deliverUntilDone(dispatch.id);
  const rows = await db().recipient.findMany({ where: { dispatchId: dispatch.id } });
  expect(rows.every((row) => row.attempts === 1 && row.state === "accepted")).toBe(true);
  expect(await getDispatch(owner.workspaceId, dispatch.campaignId)).toMatchObject({
    state: "finished",
    lastFault: null,
  });
});

test("turns side by side never mail one recipient twice, and the account adds up at every look", async () => {
  const { owner } = await givenWorkspace();
  const dispatch = await givenDispatch(owner, { people: numberedPeople(900) });
  let looks = 0;
  let isOver = false;
  const looking = (async () => {
    while (!isOver) {
      expect(await checkFigures(dispatch.id)).toMatchObject({ isRight: true });
      looks += 1;
    }
  })();
  try {
    await Promise.all(Array.from({ length: 4 }, () => deliverUntilDone(dispatch.id)));
  } finally {
    isOver = true;
    await looking;
  }
  expect(looks).toBeGreaterThan(3);
  expect(new Set(received).size).toBe(900);
  expect(received).toHaveLength(900);
});

test("a pause holds within one window, a resume goes on where it stopped", async () => {
  const { owner } = await givenWorkspace();
  const dispatch = await givenDispatch(owner, { people: numberedPeople(400) });
  const turn = deliverSlice(dispatch.id, { sliceMs: 30_000 });
  await vi.waitFor(() => expect(received.length).toBeGreaterThan(20), { interval: 1 });
  expect(await pauseDispatch(owner, { campaignId: dispatch.campaignId })).toMatchObject({
    state: "paused",
    pausedReason: "user",
  });
  const atPause = received.length;
  await turn;
  expect(received.length - atPause).toBeLessThanOrEqual(100);
  const held = received.length;
  await deliverSlice(dispatch.id);
  expect(received).toHaveLength(held);
  await expect(pauseDispatch(owner, { campaignId: dispatch.campaignId })).rejects.toMatchObject({
    code: "conflict",
  });
  await resumeDispatch(owner, { campaignId: dispatch.campaignId });
  await deliverUntilDone(dispatch.id);
  expect(new Set(received).size).toBe(400);
  expect(received).toHaveLength(400);
});

test("a stop excludes the rest as cancelled, and campaigns are told once", async () => {
  const { owner } = await givenWorkspace();
  const dispatch = await givenDispatch(owner, { people: numberedPeople(400) });
  const turn = deliverSlice(dispatch.id, { sliceMs: 30_000 });
  await vi.waitFor(() => expect(received.length).toBeGreaterThan(20), { interval: 1 });
  await stopDispatch(owner, { campaignId: dispatch.campaignId });
  await turn;
  await pool().query(`UPDATE "Dispatch" SET "startedAt" = now() - interval '1 minute' WHERE id = $1`, [
    dispatch.id,
  ]);
  await sweepDispatches();
  await sweepDispatches();
  const figures = await getFigures(owner.workspaceId, dispatch.campaignId);
  expect(figures.pending).toBe(0);
  expect(figures.accepted).toBe(received.length);
  expect(figures.excluded).toBe(400 - received.length);
  expect(await checkFigures(dispatch.id)).toMatchObject({ isRight: true });
  expect(await getDispatch(owner.workspaceId, dispatch.campaignId)).toMatchObject({
    state: "stopped",
    finishedAt: expect.any(Date),
  });
  const { rows } = await pool().query(
    `SELECT count(*)::int AS told FROM pgboss.job WHERE name = 'campaigns.settle' AND data #>> '{payload,campaignId}' = $1`,
    [dispatch.campaignId],
  );
  expect(rows[0]).toEqual({ told: 1 });
  await expect(resumeDispatch(owner, { campaignId: dispatch.campaignId })).rejects.toMatchObject({
    code: "conflict",
  });
  await expect(stopDispatch(owner, { campaignId: dispatch.campaignId })).rejects.toMatchObject({
    code: "conflict",
  });
});

test("whoever unsubscribes after the freeze and before the first hand-over is excluded, also when already claimed", async () => {
  const { owner } = await givenWorkspace();
  const dispatch = await givenDispatch(owner, { people: numberedPeople(3) });
  const holder = newId();
  const { rows } = await claimBatches(dispatch.id, holder, 1);
  const left = await db().recipient.findFirstOrThrow({
    where: { dispatchId: dispatch.id, email: "p1@example.com" },
  });
  await transaction((tx) =>
    unsubscribeContact(tx, {
      workspaceId: owner.workspaceId,
      contactId: left.contactId,
      source: "unsubscribe_link",
    }),
  );
  const marked = await markWindow(dispatch.id, holder, rows);
  expect(marked.size).toBe(2);
  expect(await db().recipient.findUnique({ where: { id: left.id } })).toMatchObject({
    state: "excluded",
    reason: "unsubscribed",
  });
  expect(await checkFigures(dispatch.id)).toMatchObject({ isRight: true });
});

test("a lost holder's claimed rows queue again, its handed rows are unknown; its late word is taken as a correction", async () => {
  const { owner } = await givenWorkspace();
  const dispatch = await givenDispatch(owner, { people: numberedPeople(120) });
  const holder = newId();
  const { rows } = await claimBatches(dispatch.id, holder, 1);
  const handed = rows.slice(0, 10);
  expect((await markWindow(dispatch.id, holder, handed)).size).toBe(10);
  await pool().query(`UPDATE "Batch" SET "leaseUntil" = now() - interval '1 second' WHERE holder = $1`, [
    holder,
  ]);
  // Overtaken: what it still wants to begin is refused.
  expect((await markWindow(dispatch.id, holder, rows.slice(10, 20))).size).toBe(0);
  await Promise.all([sweepDispatches(), sweepDispatches()]);
  expect(await getFigures(owner.workspaceId, dispatch.campaignId)).toMatchObject({
    unknown: 10,
    pending: 110,
  });
  const late = rows.slice(0, 10).map(({ id, fence }, index) => ({
    id,
    fence,
    outcome: index === 0 ? ("deferred" as const) : ("accepted" as const),
    response: "250 late",
  }));
  await recordOutcomes(dispatch.id, late, [0]);
  await recordOutcomes(dispatch.id, late, [0]);
  expect(await getFigures(owner.workspaceId, dispatch.campaignId)).toMatchObject({
    unknown: 0,
    accepted: 9,
    pending: 111,
  });
  expect(await checkFigures(dispatch.id)).toMatchObject({ isRight: true });
  await deliverUntilDone(dispatch.id);
  expect(await getFigures(owner.workspaceId, dispatch.campaignId)).toMatchObject({
    unknown: 0,
    accepted: 120,
    pending: 0,
  });
  expect(received).toHaveLength(111);
});

test("recording the same outcomes again changes nothing", async () => {
  const { owner } = await givenWorkspace();
  const dispatch = await givenDispatch(owner, { people: numberedPeople(10) });
  const holder = newId();
  const { rows } = await claimBatches(dispatch.id, holder, 1);
  await markWindow(dispatch.id, holder, rows);
  const outcomes = rows.map(({ id, fence }) => ({
    id,
    fence,
    outcome: "accepted" as const,
    response: "250",
  }));
  await recordOutcomes(dispatch.id, outcomes, []);
  await recordOutcomes(
    dispatch.id,
    outcomes.map((each) => ({ ...each, outcome: "rejected" as const })),
    [],
  );
  expect(await getFigures(owner.workspaceId, dispatch.campaignId)).toMatchObject({
    accepted: 10,
    rejected: 0,
  });
  expect(await checkFigures(dispatch.id)).toMatchObject({ isRight: true });
});
