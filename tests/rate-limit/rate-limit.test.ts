import { expect, it } from "vitest";
import { db } from "@/lib/platform/db";
import { clientNetwork } from "@/lib/rate-limit/client-network";
import { consumeRateLimit, resetRateLimit } from "@/lib/rate-limit/consume-rate-limit";
import { rateLimits } from "@/lib/rate-limit/rate-limits";

it("a hundred uses at once let exactly the limit pass, and the keys are stored as hashes", async () => {
  const { points } = rateLimits.passwordTries;
  const uses = await Promise.allSettled(
    Array.from({ length: 100 }, () => consumeRateLimit("passwordTries", "ana@example.com")),
  );
  expect(uses.filter((use) => use.status === "fulfilled")).toHaveLength(points);
  expect(JSON.stringify(await db().rateLimit.findMany({ select: { key: true } }))).not.toContain("ana");
  await expect(consumeRateLimit("passwordTries", "rui@example.com")).resolves.toBeUndefined();
});

it("starting anew forgets what was counted", async () => {
  for (let count = 0; count < 10; count++) await consumeRateLimit("passwordTries", "again@example.com");
  await resetRateLimit("passwordTries", "again@example.com");
  await expect(consumeRateLimit("passwordTries", "again@example.com")).resolves.toBeUndefined();
});

const from = (forwarded: string, trusted: string | undefined) =>
  clientNetwork(new Headers({ "x-forwarded-for": forwarded }), trusted);

it.each([
  ["203.0.113.9", undefined, null],
  ["203.0.113.9, 10.0.0.4", "10.0.0.0/8", "203.0.113.9"],
  ["198.51.100.1, 203.0.113.9, 10.0.0.4", "10.0.0.0/8", "203.0.113.9"],
  ["2001:db8::1, ::ffff:10.0.0.4", "10.0.0.0/8,2001:db8:f::/48", "2001:db8::1"],
  ["10.0.0.4", "10.0.0.4", null],
  ["garbage, 10.0.0.4", "10.0.0.4", null],
  ["203.0.113.9", "not an address", "203.0.113.9"],
])("of X-Forwarded-For %s with trusted %s, %s is believed", (forwarded, trusted, network) => {
  expect(from(forwarded, trusted)).toBe(network);
});
