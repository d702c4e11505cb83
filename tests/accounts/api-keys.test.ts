import { expect, it } from "vitest";
import { authenticateApiKey } from "@/lib/accounts/authenticate-api-key";
import { createApiKey } from "@/lib/accounts/create-api-key";
import { listApiKeys } from "@/lib/accounts/list-api-keys";
import { revokeApiKey } from "@/lib/accounts/revoke-api-key";
import { setClock } from "@/lib/platform/clock";
import { db } from "@/lib/platform/db";
import { givenApiKey, givenMember, givenWorkspace } from "@/prisma/seed/workspace";

it("a key is shown once, kept as a hash, and speaks for its workspace with its scopes", async () => {
  const { workspace, owner } = await givenWorkspace();
  const { key } = await createApiKey(owner, { name: "Website", scopes: ["contacts.write"] });
  expect(key).toMatch(/^gly_[\w-]{43}$/);
  const stored = await db().apiKey.findFirstOrThrow({ where: { workspaceId: workspace.id } });
  expect(JSON.stringify(stored)).not.toContain(key.slice(12));
  const viewer = await authenticateApiKey(`Bearer ${key}`);
  expect(viewer).toMatchObject({
    workspaceId: workspace.id,
    via: "api_key",
    userId: null,
    scopes: ["contacts.write"],
  });
});

it("no key, a foreign word, a revoked key and an expired key are unauthenticated", async () => {
  const { owner } = await givenWorkspace();
  const revoked = await givenApiKey(owner);
  await revokeApiKey(owner, revoked.id);
  const soon = new Date(Date.now() + 60_000);
  const { key: expiring } = await createApiKey(owner, { name: "Short", expiresAt: soon });
  const back = setClock(soon);
  try {
    for (const header of [
      null,
      "",
      "Bearer",
      "Bearer abc",
      "Basic gly_x",
      revoked.authorization,
      `Bearer ${expiring}`,
    ]) {
      await expect(authenticateApiKey(header)).rejects.toMatchObject({ code: "unauthenticated" });
    }
  } finally {
    back();
  }
});

it("a use is noted at most once a minute", async () => {
  const { owner } = await givenWorkspace();
  const { id, authorization } = await givenApiKey(owner);
  const start = Date.now();
  const usedAt = async () => (await db().apiKey.findUniqueOrThrow({ where: { id } })).lastUsedAt?.getTime();
  const reset = setClock(new Date(start));
  await authenticateApiKey(authorization);
  setClock(new Date(start + 59_000));
  await authenticateApiKey(authorization);
  expect(await usedAt()).toBe(start);
  setClock(new Date(start + 61_000));
  await authenticateApiKey(authorization);
  expect(await usedAt()).toBe(start + 61_000);
  reset();
});

it("the plan limits live keys, also for callers at the same moment", async () => {
  const { owner } = await givenWorkspace({ plan: "pro" });
  const tries = await Promise.allSettled(
    Array.from({ length: 6 }, (_, at) => createApiKey(owner, { name: `Key ${at}` })),
  );
  expect(tries.filter((made) => made.status === "fulfilled")).toHaveLength(3);
  const [first] = await listApiKeys(owner);
  await revokeApiKey(owner, first?.id ?? "");
  await expect(createApiKey(owner, { name: "Replacement" })).resolves.toMatchObject({ name: "Replacement" });
});

it("Free has no keys, and a key of a workspace that fell to Free answers plan_required", async () => {
  const free = await givenWorkspace({ plan: "free" });
  await expect(createApiKey(free.owner, { name: "Key" })).rejects.toMatchObject({ code: "limit_reached" });
  const { workspace, owner } = await givenWorkspace();
  const { authorization } = await givenApiKey(owner);
  await db().workspacePlan.update({ where: { workspaceId: workspace.id }, data: { plan: "free" } });
  await expect(authenticateApiKey(authorization)).rejects.toMatchObject({ code: "plan_required" });
});

it("another workspace's key cannot be revoked, and an editor manages no keys", async () => {
  const mine = await givenWorkspace();
  const theirs = await givenWorkspace();
  const { id, authorization } = await givenApiKey(theirs.owner);
  await expect(revokeApiKey(mine.owner, id)).rejects.toMatchObject({ code: "not_found" });
  await expect(authenticateApiKey(authorization)).resolves.toBeTruthy();
  const editor = await givenMember(mine.workspace.id, "editor");
  await expect(listApiKeys(editor)).rejects.toMatchObject({ code: "forbidden" });
});
