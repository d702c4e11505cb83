import { beforeEach, expect, test } from "vitest";
import { POST as changeOnPage } from "@/app/(public)/unsubscribe/[token]/change/route";
import { GET as view } from "@/app/(public)/view/[token]/route";
import { GET as click } from "@/app/api/track/c/[token]/route";
import { GET as open } from "@/app/api/track/o/[token]/route";
import { GET as lookAtOneClick, POST as oneClick } from "@/app/api/unsubscribe/[token]/route";
import type { Viewer } from "@/lib/accounts/viewer";
import { db, pool } from "@/lib/platform/db";
import { type LinkPurpose, testRecipientId, writeLinkToken } from "@/lib/platform/links";
import { checkFigures } from "@/lib/sending/check-figures";
import type { DispatchView } from "@/lib/sending/find-dispatch";
import { getFigures, listFiguresByHour, listFiguresByLink } from "@/lib/sending/get-figures";
import { isMachine } from "@/lib/sending/signals/bot-rules";
import { findChoices } from "@/lib/sending/signals/find-choices";
import { givenDispatch, numberedPeople } from "@/prisma/seed/dispatch";
import { givenWorkspace } from "@/prisma/seed/workspace";

const browser = "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Safari/605.1.15";
let owner: Viewer;
let dispatch: DispatchView;
let recipient: { id: string; contactId: string };

beforeEach(async () => {
  ({ owner } = await givenWorkspace());
  dispatch = await givenDispatch(owner, { people: numberedPeople(2) });
  await pool().query(
    `UPDATE "Recipient" SET state = 'accepted', "settledAt" = now() - interval '1 minute', "handedAt" = now() WHERE "dispatchId" = $1`,
    [dispatch.id],
  );
  recipient = await db().recipient.findFirstOrThrow({
    where: { dispatchId: dispatch.id, email: "p0@example.com" },
  });
});

type Handler = (request: Request, context: { params: Promise<{ token: string }> }) => Promise<Response>;

function call(
  handler: Handler,
  token: string,
  init: RequestInit & { userAgent?: string } = {},
): Promise<Response> {
  const request = new Request("http://localhost:3000/x", {
    ...init,
    headers: { "user-agent": init.userAgent ?? browser, ...init.headers },
  });
  return handler(request, { params: Promise.resolve({ token }) });
}

const token = (purpose: LinkPurpose, index?: number) => writeLinkToken(purpose, recipient.id, index);
const figures = () => getFigures(owner.workspaceId, dispatch.campaignId);

test("an opening counts once a person, however often the picture is fetched", async () => {
  const first = await call(open, token("open"));
  expect(first.status).toBe(200);
  expect(first.headers.get("content-type")).toBe("image/gif");
  expect(first.headers.get("cache-control")).toContain("no-store");
  await Promise.all([1, 2, 3].map(() => call(open, token("open"))));
  expect((await figures()).opened).toBe(1);
  const row = await db().deliverySignal.findFirstOrThrow({
    where: { recipientId: recipient.id, kind: "opened" },
  });
  expect(row.count).toBe(4);
  expect(
    (await listFiguresByHour(owner.workspaceId, dispatch.campaignId)).reduce(
      (sum, hour) => sum + hour.opened,
      0,
    ),
  ).toBe(1);
});

test("a click leads to the stored address, filled for its reader, and counts by link and by person", async () => {
  const plain = await call(click, token("click", 0));
  expect(plain.status).toBe(302);
  expect(plain.headers.get("location")).toBe("https://example.com/programme");
  const personal = await call(click, token("click", 1));
  expect(personal.headers.get("location")).toBe("https://example.com/write?n=First0");
  await call(click, token("click", 1));
  expect((await figures()).clicked).toBe(1);
  expect(await listFiguresByLink(owner.workspaceId, dispatch.campaignId)).toEqual([
    { index: 0, url: "https://example.com/programme", people: 1, clicks: 1 },
    { index: 1, url: "https://example.com/write?n={{firstName|you}}", people: 1, clicks: 2 },
  ]);
});

test("a changed, shortened or borrowed token leads nowhere and counts nothing", async () => {
  const good = token("click", 0);
  const flipped = [...good].map(
    (letter, at) => good.slice(0, at) + (letter === "A" ? "B" : "A") + good.slice(at + 1),
  );
  for (const bad of [
    ...flipped,
    good.slice(0, -1),
    `${good}A`,
    token("open"),
    token("unsubscribe"),
    token("click", 2),
    "",
    "..%2F",
    "💥",
  ]) {
    const response = await call(click, bad);
    expect(response.status, bad).toBe(404);
    expect(response.headers.get("location")).toBeNull();
  }
  expect((await call(open, token("unsubscribe"))).status).toBe(200);
  expect((await call(view, token("open"))).status).toBe(404);
  expect((await call(oneClick, token("view"), { method: "POST" })).status).toBe(404);
  expect(await db().deliverySignal.count({ where: { dispatchId: dispatch.id } })).toBe(0);
  expect(await figures()).toMatchObject({ opened: 0, clicked: 0, unsubscribed: 0 });
});

test("machines are marked and never counted", async () => {
  await call(open, token("open"), { userAgent: "Slackbot-LinkExpanding 1.0" });
  await call(click, token("click", 0), { method: "HEAD" });
  await pool().query(`UPDATE "Recipient" SET "settledAt" = now() WHERE id = $1`, [recipient.id]);
  await call(click, token("click", 0));
  expect(await figures()).toMatchObject({ opened: 0, clicked: 0 });
  const rows = await db().deliverySignal.findMany({ where: { recipientId: recipient.id } });
  expect(rows.length).toBeGreaterThan(0);
  expect(rows.every((row) => row.bot)).toBe(true);
  const at = new Date();
  const acceptedAt = new Date(at.getTime() - 60_000);
  expect(isMachine({ method: "GET", userAgent: browser, acceptedAt, at })).toBe(false);
  expect(isMachine({ method: "GET", userAgent: null, acceptedAt, at })).toBe(true);
});

test("one click ends all marketing of the workspace, without cookie or redirect; a replay changes nothing", async () => {
  const init = {
    method: "POST",
    body: "List-Unsubscribe=One-Click",
    headers: { "content-type": "application/x-www-form-urlencoded" },
  };
  for (let time = 0; time < 3; time += 1)
    expect((await call(oneClick, token("unsubscribe"), init)).status).toBe(200);
  expect((await figures()).unsubscribed).toBe(1);
  expect(await db().contact.findUnique({ where: { id: recipient.contactId } })).toMatchObject({
    status: "unsubscribed",
  });
  expect(await db().suppression.count({ where: { workspaceId: owner.workspaceId } })).toBe(1);
  const next = await givenDispatchAgain();
  expect(await getFigures(owner.workspaceId, next.campaignId)).toMatchObject({
    audience: 2,
    excluded: 1,
    pending: 1,
  });
  expect((await checkFigures(next.id)).isRight).toBe(true);
});

test("opening the one-click address only shows the page", async () => {
  const response = await call(lookAtOneClick, token("unsubscribe"));
  expect(response.status).toBe(303);
  expect(response.headers.get("location")).toBe(`http://localhost:3000/unsubscribe/${token("unsubscribe")}`);
  expect(await db().contact.findUnique({ where: { id: recipient.contactId } })).toMatchObject({
    status: "subscribed",
  });
});

test("a single list can be left, and only one of the own workspace", async () => {
  const list = await db().list.create({
    data: { workspaceId: owner.workspaceId, name: "Events", nameFolded: "events" },
  });
  await db().listMember.create({
    data: { workspaceId: owner.workspaceId, listId: list.id, contactId: recipient.contactId },
  });
  expect(await findChoices(token("unsubscribe"))).toMatchObject({
    kind: "recipient",
    isUnsubscribed: false,
    lists: [{ id: list.id, name: "Events" }],
  });
  const form = new FormData();
  form.set("list", list.id);
  const response = await call(changeOnPage, token("unsubscribe"), { method: "POST", body: form });
  expect(response.status).toBe(303);
  expect(await findChoices(token("unsubscribe"))).toMatchObject({ lists: [], isUnsubscribed: false });
  const all = new FormData();
  all.set("all", "1");
  await call(changeOnPage, token("unsubscribe"), { method: "POST", body: all });
  expect(await findChoices(token("unsubscribe"))).toMatchObject({ isUnsubscribed: true });
});

test("the links of a test message work and change nothing", async () => {
  const forTest = writeLinkToken("unsubscribe", testRecipientId);
  expect(await findChoices(forTest)).toEqual({ kind: "test" });
  expect((await call(oneClick, forTest, { method: "POST" })).status).toBe(200);
  expect(
    await db().contact.count({ where: { status: "unsubscribed", workspaceId: owner.workspaceId } }),
  ).toBe(0);
});

test("the browser shows what its recipient received, without anything that counts", async () => {
  const response = await call(view, token("view"));
  const html = await response.text();
  expect(response.headers.get("content-security-policy")).toContain("default-src 'none'");
  expect(html).toContain("First0");
  expect(html).toContain("https://example.com/programme");
  expect(html).not.toContain("/api/track/");
});

async function givenDispatchAgain(): Promise<DispatchView> {
  return givenDispatch(owner);
}
