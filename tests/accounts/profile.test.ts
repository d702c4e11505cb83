import { describe, expect, it } from "vitest";
import { getOwnAccount } from "@/lib/accounts/get-own-account";
import { updateProfile, updateProfileInput } from "@/lib/accounts/update-profile";
import { db } from "@/lib/platform/db";
import { givenMember, givenWorkspace } from "@/prisma/seed/workspace";

describe("a person's own account", () => {
  it("shows the person, their workspace and only the workspaces they belong to", async () => {
    const { owner, workspace } = await givenWorkspace({ name: "Harbour Books" });
    await givenWorkspace({ name: "Somebody else's" });
    const account = await getOwnAccount(owner);
    expect(account.workspace).toEqual({ id: workspace.id, name: "Harbour Books" });
    expect(account.workspaces).toEqual([account.workspace]);
  });

  it("is not there for an API key", async () => {
    const { owner } = await givenWorkspace();
    await expect(getOwnAccount({ ...owner, userId: null, via: "job" })).rejects.toMatchObject({
      code: "not_found",
    });
  });

  it("keeps name, language and zone, for this person alone, and says so in the audit trail", async () => {
    const { owner, workspace } = await givenWorkspace();
    const other = await givenMember(workspace.id, "viewer");
    const input = updateProfileInput.parse({
      name: "  Inês Duarte ",
      locale: "pt",
      timeZone: "America/Sao_Paulo",
    });
    await updateProfile(owner, input);
    const [mine, theirs] = await Promise.all([getOwnAccount(owner), getOwnAccount(other)]);
    expect(mine.user).toMatchObject({ name: "Inês Duarte", timeZone: "America/Sao_Paulo" });
    expect(theirs.user).toMatchObject({ name: "", timeZone: "UTC" });
    const entries = await db().auditEntry.findMany({
      where: { action: "user.profile_changed", resourceId: owner.userId ?? "" },
    });
    expect(entries).toHaveLength(1);
  });

  it("refuses an unknown language or zone and a name past 120 characters", () => {
    const fine = { name: "A", locale: "en", timeZone: "UTC" };
    expect(updateProfileInput.safeParse(fine).success).toBe(true);
    expect(updateProfileInput.safeParse({ ...fine, locale: "xx" }).success).toBe(false);
    expect(updateProfileInput.safeParse({ ...fine, timeZone: "Mars/Olympus" }).success).toBe(false);
    expect(updateProfileInput.safeParse({ ...fine, name: "a".repeat(121) }).success).toBe(false);
  });
});
