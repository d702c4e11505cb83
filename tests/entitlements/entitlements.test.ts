import { afterEach, describe, expect, it } from "vitest";
import { assertFeature, createWithinLimit, getPlan, setPlan } from "@/lib/entitlements/entitlements";
import { plans } from "@/lib/entitlements/plans";
import { setClock } from "@/lib/platform/clock";
import { db, transaction } from "@/lib/platform/db";
import { newId } from "@/lib/platform/ids";

let backToRealTime = () => {};
afterEach(() => backToRealTime());

async function workspaceOn(plan: "free" | "pro", expiresAt: Date | null = null): Promise<string> {
  const { id } = await db().workspace.create({ data: { name: "Kiosk", slug: newId() } });
  await transaction((tx) => setPlan(tx, id, { plan, source: "seeded", expiresAt }));
  return id;
}

/** Tries to add one API key under the limit; the rows themselves are what is counted. */
function addKey(workspaceId: string): Promise<unknown> {
  return transaction((tx) =>
    createWithinLimit(
      tx,
      workspaceId,
      "api_keys",
      () => tx.apiKey.count({ where: { workspaceId } }),
      () =>
        tx.apiKey.create({
          data: { workspaceId, name: "key", prefix: "gly_", keyHash: newId(), scopes: [] },
        }),
    ),
  );
}

describe("entitlements", () => {
  it("refuses a locked feature with the way up, and grants it on a plan that has it", async () => {
    const [free, pro] = [await workspaceOn("free"), await workspaceOn("pro")];
    await expect(assertFeature(free, "campaigns")).rejects.toMatchObject({ code: "plan_required" });
    await expect(assertFeature(pro, "campaigns")).resolves.toBeUndefined();
  });

  it("counts a plan as ended from the very moment it expires", async () => {
    const end = new Date("2026-06-01T00:00:00Z");
    const workspaceId = await workspaceOn("pro", end);
    backToRealTime = setClock(new Date(end.getTime() - 1));
    expect((await getPlan(workspaceId)).plan).toBe("pro");
    backToRealTime();
    backToRealTime = setClock(end);
    expect((await getPlan(workspaceId)).plan).toBe("free");
  });

  it("lets exactly the limit through, whatever runs at once", async () => {
    const workspaceId = await workspaceOn("pro");
    const results = await Promise.allSettled(Array.from({ length: 8 }, () => addKey(workspaceId)));
    const allowed = plans.pro.limits.api_keys;
    expect(results.filter((result) => result.status === "fulfilled")).toHaveLength(allowed);
    for (const result of results) {
      if (result.status === "rejected") expect(result.reason).toMatchObject({ code: "limit_reached" });
    }
    expect(await db().apiKey.count({ where: { workspaceId } })).toBe(allowed);
  });
});
