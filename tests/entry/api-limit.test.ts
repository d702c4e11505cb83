import { expect, it } from "vitest";
import { route } from "@/lib/entry/route";
import { db } from "@/lib/platform/db";
import { givenApiKey, givenWorkspace } from "@/prisma/seed/workspace";
import { call } from "./call";

const hello = route({ auth: "apiKey", scope: null }, async () => Response.json({}));
const ask = (key: { authorization: string }) => call(hello, { ...key, method: "GET" });

it("a key makes 600 requests a minute, also at once; the next is told when to come back, and another key is free", async () => {
  const { owner } = await givenWorkspace();
  const [busy, idle] = [await givenApiKey(owner), await givenApiKey(owner)];
  const answers = await Promise.all(Array.from({ length: 640 }, () => ask(busy)));
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(600);
  const refused = await ask(busy);
  expect(refused.status).toBe(429);
  expect(await refused.json()).toMatchObject({ code: "rate_limited" });
  expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
  expect(Number(refused.headers.get("retry-after"))).toBeLessThanOrEqual(60);
  expect((await ask(idle)).status).toBe(200);
  // The counters are rows, so that every process shares them and a restart forgets nothing.
  expect(await db().rateLimit.count({ where: { key: { startsWith: "api:" } } })).toBe(2);
});
