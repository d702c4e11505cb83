import { expect, it, vi } from "vitest";
import { z } from "zod";
import { route } from "@/lib/entry/route";
import { AppError } from "@/lib/platform/errors";
import { givenApiKey, givenWorkspace } from "@/prisma/seed/workspace";
import { call } from "./call";

const echo = route(
  { auth: "apiKey", scope: "contacts.write", body: z.object({ name: z.string().min(1, "required") }) },
  async ({ viewer, body }) => Response.json({ workspaceId: viewer.workspaceId, ...body }, { status: 201 }),
);

async function givenKey(scopes?: Parameters<typeof givenApiKey>[1]) {
  const { workspace, owner } = await givenWorkspace();
  const { authorization } = await givenApiKey(owner, scopes);
  return { workspace, authorization };
}

it("without a key the answer is a 401 problem that names the scheme", async () => {
  const response = await call(echo, { body: { name: "x" } });
  expect(response.status).toBe(401);
  expect(response.headers.get("content-type")).toBe("application/problem+json");
  expect(response.headers.get("www-authenticate")).toBe("Bearer");
  expect(await response.json()).toMatchObject({
    type: expect.stringMatching(/^https:/),
    title: "unauthenticated",
    status: 401,
    code: "unauthenticated",
    detail: expect.any(String),
  });
});

it("a key without the scope gets 403, one with it speaks for its own workspace only", async () => {
  const narrow = await givenKey(["contacts.read"]);
  expect((await call(echo, { ...narrow, body: { name: "x" } })).status).toBe(403);
  const wide = await givenKey(["contacts.write"]);
  const response = await call(echo, { ...wide, body: { name: "x", workspaceId: narrow.workspace.id } });
  expect(response.status).toBe(201);
  expect(await response.json()).toEqual({ workspaceId: wide.workspace.id, name: "x" });
});

it.each([
  ["a body of another shape", { body: { name: "" } }, 422, { fields: { name: "required" } }],
  ["a body that is not JSON", { text: "{nope" }, 422, {}],
  ["another content type", { text: "name=x", type: "application/x-www-form-urlencoded" }, 415, {}],
  ["more than a megabyte", { body: { name: "x".repeat(1_048_577) } }, 413, {}],
])("%s is answered with its own status", async (_what, request, status, expected) => {
  const response = await call(echo, { ...(await givenKey()), ...request });
  expect(response.status).toBe(status);
  expect(await response.json()).toMatchObject(expected);
});

it("a fault that is ours shows a reference and nothing of itself", async () => {
  const broken = route({ auth: "public" }, async () => {
    throw new Error("select * from secrets");
  });
  const response = await call(broken, { method: "GET" });
  expect(response.status).toBe(500);
  const text = await response.text();
  expect(text).not.toContain("secrets");
  expect(JSON.parse(text)).toMatchObject({ code: "internal", requestId: expect.any(String) });
});

it("a refusal for a while says for how long", async () => {
  const busy = route({ auth: "public" }, async () => {
    throw new AppError("rate_limited", "slow down", { retryAfterSeconds: 12.2 });
  });
  const response = await call(busy, { method: "GET" });
  expect(response.status).toBe(429);
  expect(response.headers.get("retry-after")).toBe("13");
});

it("the same Idempotency-Key and body run once and get the first answer; another body gets 409", async () => {
  const key = await givenKey();
  const run = vi.fn(async (name: string) =>
    Response.json({ name, at: run.mock.calls.length }, { status: 201 }),
  );
  const once = route(
    { auth: "apiKey", scope: "contacts.write", body: z.object({ name: z.string() }) },
    ({ body }) => run(body.name),
  );
  const ask = (name: string, idempotencyKey: string) =>
    call(once, { ...key, body: { name }, idempotencyKey });
  const first = await ask("Ana", "order-1");
  const again = await ask("Ana", "order-1");
  expect([first.status, again.status]).toEqual([201, 201]);
  expect(await again.json()).toEqual(await first.json());
  expect(again.headers.get("idempotent-replay")).toBe("true");
  expect(run).toHaveBeenCalledTimes(1);
  const other = await ask("Rui", "order-1");
  expect(other.status).toBe(409);
  expect(await other.json()).toMatchObject({ code: "idempotency_key_reused" });
  expect((await ask("Rui", "order-2")).status).toBe(201);
});

it("of two equal requests at once one runs, and another workspace's key of the same name is its own", async () => {
  const [mine, theirs] = [await givenKey(), await givenKey()];
  let runs = 0;
  const slow = route({ auth: "apiKey", scope: null, body: z.object({}) }, async () => {
    runs += 1;
    await new Promise((resolve) => setImmediate(resolve));
    return Response.json({ runs }, { status: 201 });
  });
  const answers = await Promise.all(
    Array.from({ length: 5 }, () => call(slow, { ...mine, body: {}, idempotencyKey: "k" })),
  );
  expect(runs).toBe(1);
  expect(answers.every(({ status }) => status === 201 || status === 409)).toBe(true);
  expect((await call(slow, { ...theirs, body: {}, idempotencyKey: "k" })).status).toBe(201);
  expect(runs).toBe(2);
});

it("a fault is not kept for an Idempotency-Key: the request may be tried again", async () => {
  const key = await givenKey();
  let isBroken = true;
  const flaky = route({ auth: "apiKey", scope: null, body: z.object({}) }, async () => {
    if (isBroken) throw new AppError("unavailable", "try later");
    return Response.json({});
  });
  const ask = () => call(flaky, { ...key, body: {}, idempotencyKey: "again" });
  expect((await ask()).status).toBe(503);
  isBroken = false;
  expect((await ask()).status).toBe(200);
});
