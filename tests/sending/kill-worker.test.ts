import { randomInt } from "node:crypto";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { type Mailbox, startMailbox } from "@/emulators/mailbox/start-mailbox";
import { db, pool } from "@/lib/platform/db";
import { checkFigures } from "@/lib/sending/check-figures";
import { getFigures } from "@/lib/sending/get-figures";
import { givenDispatch, numberedPeople } from "@/prisma/seed/dispatch";
import { givenWorkspace } from "@/prisma/seed/workspace";
import { type SpawnedWorker, spawnWorker } from "./support/spawn-worker";

const kills = 20;
const received = new Map<string, number>();
const perMailbox = [new Set<string>(), new Set<string>()];
let mailboxes: Mailbox[];
const workers: SpawnedWorker[] = [];

beforeAll(async () => {
  mailboxes = await Promise.all(
    [0, 1].map((index) =>
      startMailbox({
        limits: { messages: 10 },
        onMessage: ({ envelopeTo }) => {
          const to = envelopeTo[0] ?? "";
          received.set(to, (received.get(to) ?? 0) + 1);
          perMailbox[index]?.add(to);
        },
      }),
    ),
  );
});
afterAll(async () => {
  await Promise.all(workers.map((worker) => worker.kill()));
  await Promise.all(mailboxes.map((mailbox) => mailbox.stop()));
});

function spawn(mailbox: number): SpawnedWorker {
  const worker = spawnWorker(mailboxes[mailbox]?.smtpUrl ?? "");
  workers.push(worker);
  return worker;
}

test("a worker killed at twenty random moments: nobody is mailed twice, nobody forgotten, at most 50 unknown a kill", async () => {
  received.clear();
  const people = 9_000;
  const { owner } = await givenWorkspace({ plan: "business" });
  const dispatch = await givenDispatch(owner, { people: numberedPeople(people) });

  let next = spawn(0);
  for (let kill = 0; kill < kills; kill += 1) {
    const worker = next;
    await worker.ready;
    next = spawn(0);
    const target = received.size + randomInt(1, 380);
    await vi.waitFor(() => expect(received.size).toBeGreaterThanOrEqual(Math.min(target, people)), {
      timeout: 60_000,
      interval: 2,
    });
    await worker.kill();
    expect(await checkFigures(dispatch.id)).toMatchObject({ isRight: true });
  }
  await vi.waitFor(
    async () => {
      expect(await checkFigures(dispatch.id)).toMatchObject({ isRight: true });
      const { finishedAt } = await db().dispatch.findUniqueOrThrow({ where: { id: dispatch.id } });
      expect(finishedAt).not.toBeNull();
    },
    { timeout: 60_000, interval: 200 },
  );

  const figures = await getFigures(owner.workspaceId, dispatch.campaignId);
  const twice = [...received].filter(([, count]) => count > 1);
  expect(twice).toEqual([]);
  expect(figures).toMatchObject({ audience: people, pending: 0, excluded: 0, rejected: 0 });
  expect(figures.accepted + figures.unknown).toBe(people);
  expect(figures.unknown).toBeLessThanOrEqual(50 * kills);
  const { rows } = await pool().query<{ email: string; state: string }>(
    `SELECT email, state FROM "Recipient" WHERE "dispatchId" = $1`,
    [dispatch.id],
  );
  // Whoever counts as accepted has it; whoever does not have it is shown as unknown.
  expect(rows.filter((row) => row.state === "accepted" && !received.has(row.email))).toEqual([]);
  expect(rows.filter((row) => !received.has(row.email) && row.state !== "unknown")).toEqual([]);
  process.stdout.write(
    `unknown after ${kills} kills: ${figures.unknown}, of which received: ${received.size - figures.accepted}\n`,
  );
  await Promise.all(workers.map((worker) => worker.kill()));
}, 240_000);

test("two workers share one campaign and never the same recipient", async () => {
  received.clear();
  for (const set of perMailbox) set.clear();
  const { owner } = await givenWorkspace({ plan: "business" });
  const pair = [spawn(0), spawn(1)];
  await Promise.all(pair.map((worker) => worker.ready));
  const dispatch = await givenDispatch(owner, { people: numberedPeople(4_000, "two.example") });
  await vi.waitFor(
    async () => {
      const { finishedAt } = await db().dispatch.findUniqueOrThrow({ where: { id: dispatch.id } });
      expect(finishedAt).not.toBeNull();
    },
    { timeout: 60_000, interval: 100 },
  );
  const [first, second] = perMailbox;
  expect(first?.size).toBeGreaterThan(0);
  expect(second?.size).toBeGreaterThan(0);
  expect([...(first ?? [])].filter((address) => second?.has(address))).toEqual([]);
  expect((first?.size ?? 0) + (second?.size ?? 0)).toBe(4_000);
  expect(await getFigures(owner.workspaceId, dispatch.campaignId)).toMatchObject({
    accepted: 4_000,
    unknown: 0,
    pending: 0,
  });
}, 90_000);
