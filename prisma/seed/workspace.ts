import { createApiKey } from "@/lib/accounts/create-api-key";
import { type CreatedWorkspace, createWorkspace } from "@/lib/accounts/create-workspace";
import { scopes as allScopes, type Scope } from "@/lib/accounts/permissions";
import type { Viewer } from "@/lib/accounts/viewer";
import type { PlanName } from "@/lib/entitlements/plans";
import { db, transaction } from "@/lib/platform/db";
import type { Role } from "@/lib/platform/generated/prisma/enums";
import { type GivenUser, givenUser } from "./user";

export type GivenWorkspace = { workspace: CreatedWorkspace; owner: Viewer };

type WorkspaceWishes = {
  name?: string;
  plan?: PlanName;
  owner?: GivenUser;
  postalAddress?: string | null;
  locale?: "en" | "pt";
  timeZone?: string;
};

/** A workspace on Pro (unless said otherwise) with a verified owner and a postal address: ready to send. */
export async function givenWorkspace(wishes: WorkspaceWishes = {}): Promise<GivenWorkspace> {
  const locale = wishes.locale ?? "en";
  const timeZone = wishes.timeZone ?? "UTC";
  const user = wishes.owner ?? (await givenUser({ locale, timeZone }));
  const workspace = await transaction((tx) =>
    createWorkspace(tx, {
      name: wishes.name ?? "Harbour Books",
      ownerId: user.id,
      locale,
      timeZone,
      plan: { plan: wishes.plan ?? "pro", source: "seeded" },
    }),
  );
  const postalAddress =
    wishes.postalAddress === undefined ? "12 Quay Street, Bristol BS1 4XX" : wishes.postalAddress;
  await db().workspace.update({ where: { id: workspace.id }, data: { postalAddress } });
  return { workspace, owner: viewerOf(user, workspace.id, "owner", locale, timeZone) };
}

/** Another person in the workspace. */
export async function givenMember(workspaceId: string, role: Role): Promise<Viewer> {
  const user = await givenUser();
  await db().member.create({ data: { workspaceId, userId: user.id, role } });
  return viewerOf(user, workspaceId, role, "en", "UTC");
}

/** A key of the owner's workspace with these scopes (all, when left out), and the header that carries it. */
export async function givenApiKey(
  owner: Viewer,
  scopes: readonly Scope[] = allScopes,
): Promise<{ id: string; key: string; authorization: string }> {
  const made = await createApiKey(owner, { name: "Test key", scopes: [...scopes] });
  return { id: made.id, key: made.key, authorization: `Bearer ${made.key}` };
}

function viewerOf(
  user: GivenUser,
  workspaceId: string,
  role: Role,
  locale: "en" | "pt",
  timeZone: string,
): Viewer {
  return { userId: user.id, workspaceId, role, locale, timeZone, via: "session", scopes: [] };
}
