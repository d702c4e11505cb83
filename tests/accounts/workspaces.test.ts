import { expect, it } from "vitest";
import { changeWorkspace } from "@/lib/accounts/change-workspace";
import { createApiKey } from "@/lib/accounts/create-api-key";
import { createUserByOperator } from "@/lib/accounts/create-user-by-operator";
import { createWorkspaceByOperator } from "@/lib/accounts/create-workspace-by-operator";
import { getWorkspace } from "@/lib/accounts/get-workspace";
import { promoteUser } from "@/lib/accounts/promote-user";
import { signInByPassword } from "@/lib/accounts/sign-in-by-password";
import { jobViewer } from "@/lib/accounts/viewer";
import { db } from "@/lib/platform/db";
import { givenMember, givenWorkspace } from "@/prisma/seed/workspace";
import { goodPassword, visitor } from "./visitor";

it("owners and admins change the name and postal address, line by line; others may not; it is audited", async () => {
  const { workspace, owner } = await givenWorkspace();
  const changed = await changeWorkspace(owner, {
    name: "  Quay <b>Books</b> ",
    postalAddress: " 1 Quay \r\n\r\n Bristol ",
  });
  expect(changed).toMatchObject({
    name: "Quay <b>Books</b>",
    postalAddress: "1 Quay\nBristol",
    slug: workspace.slug,
  });
  await changeWorkspace(await givenMember(workspace.id, "admin"), { name: "Quay", postalAddress: "" });
  expect(await getWorkspace(owner)).toMatchObject({ name: "Quay", postalAddress: null });
  for (const role of ["editor", "organizer", "viewer"] as const) {
    const attempt = changeWorkspace(await givenMember(workspace.id, role), { name: "X", postalAddress: "" });
    await expect(attempt).rejects.toMatchObject({ code: "forbidden" });
  }
  await expect(changeWorkspace(owner, { name: " ", postalAddress: "" })).rejects.toThrow("required");
  const audited = await db().auditEntry.count({
    where: { workspaceId: workspace.id, action: "workspace.changed" },
  });
  expect(audited).toBe(2);
});

it("a deleted workspace is not found", async () => {
  const { workspace, owner } = await givenWorkspace();
  await db().workspace.update({ where: { id: workspace.id }, data: { deletedAt: new Date() } });
  await expect(getWorkspace(owner)).rejects.toMatchObject({ code: "not_found" });
  await expect(changeWorkspace(owner, { name: "X", postalAddress: "" })).rejects.toMatchObject({
    code: "not_found",
  });
});

it("workspaces of one name get addresses of their own, also at the same moment", async () => {
  const made = await Promise.all(Array.from({ length: 5 }, () => givenWorkspace({ name: "Café São João!" })));
  const slugs = made.map(({ workspace }) => workspace.slug);
  expect(new Set(slugs).size).toBe(5);
  expect(slugs.every((slug) => slug.startsWith("cafe-sao-joao"))).toBe(true);
});

it("an operator makes a workspace with its owner, a key for it, a person with a password, and an admin", async () => {
  const made = await createWorkspaceByOperator({
    name: "Acme",
    ownerEmail: "Boss@Acme.example",
    plan: "business",
  });
  const second = await createWorkspaceByOperator({
    name: "Acme",
    ownerEmail: "boss@acme.example",
    plan: "free",
  });
  expect(second.ownerId).toBe(made.ownerId);
  const { key } = await createApiKey(jobViewer(made.id), { name: "CI" });
  expect(key).toMatch(/^gly_/);
  const user = await createUserByOperator({ email: "op@acme.example", password: goodPassword });
  await expect(createUserByOperator({ email: "OP@acme.example" })).rejects.toMatchObject({
    code: "conflict",
  });
  const attempt = createUserByOperator({ email: "weak@acme.example", password: "password12" });
  await expect(attempt).rejects.toMatchObject({ code: "invalid" });
  await promoteUser({ email: "Op@acme.example" });
  await promoteUser({ email: "Op@acme.example" });
  expect((await db().user.findUniqueOrThrow({ where: { id: user.id } })).adminSince).not.toBeNull();
  expect(await db().auditEntry.count({ where: { action: "user.promoted" } })).toBe(1);
  await expect(promoteUser({ email: "nobody@acme.example" })).rejects.toMatchObject({ code: "not_found" });
  await signInByPassword({ email: "op@acme.example", password: goodPassword }, visitor);
  expect(await db().member.count({ where: { userId: user.id, role: "owner" } })).toBe(1);
});
