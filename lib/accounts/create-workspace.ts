import { randomInt } from "node:crypto";
import type { Locale } from "@/i18n/locales";
import { recordAudit } from "@/lib/audit/record-audit";
import { setPlan } from "@/lib/entitlements/entitlements";
import type { PlanName } from "@/lib/entitlements/plans";
import { now } from "@/lib/platform/clock";
import type { Transaction } from "@/lib/platform/db";
import { env } from "@/lib/platform/env";
import { slugFromName } from "./workspace-rules";

export type NewWorkspace = {
  name: string;
  ownerId: string;
  locale: Locale;
  timeZone: string;
  /** Left out: the Pro trial of TRIAL_DAYS, or Free when that is 0. */
  plan?: { plan: PlanName; source: "seeded" | "operator" };
};

export type CreatedWorkspace = { id: string; name: string; slug: string };

/** Makes a workspace with its owner and its plan in the caller's transaction, audited. */
export async function createWorkspace(tx: Transaction, input: NewWorkspace): Promise<CreatedWorkspace> {
  const workspace = await insertWithFreeSlug(tx, input);
  await tx.member.create({ data: { workspaceId: workspace.id, userId: input.ownerId, role: "owner" } });
  await setPlan(tx, workspace.id, input.plan ? { ...input.plan, expiresAt: null } : trialPlan());
  await recordAudit(tx, {
    viewer: null,
    workspaceId: workspace.id,
    action: "workspace.created",
    resourceType: "workspace",
    resourceId: workspace.id,
    after: { ownerId: input.ownerId },
  });
  return workspace;
}

/** Skipping a taken slug, rather than failing on it, keeps the transaction alive. */
async function insertWithFreeSlug(tx: Transaction, input: NewWorkspace): Promise<CreatedWorkspace> {
  const base = slugFromName(input.name);
  let slug = base;
  for (;;) {
    const [made] = await tx.workspace.createManyAndReturn({
      data: [{ name: input.name, slug, locale: input.locale, timeZone: input.timeZone }],
      skipDuplicates: true,
    });
    if (made) return { id: made.id, name: made.name, slug: made.slug };
    slug = `${base}-${randomInt(36 ** 4, 36 ** 5).toString(36)}`;
  }
}

function trialPlan() {
  const days = env().TRIAL_DAYS;
  if (days === 0) return { plan: "free", source: "trial", expiresAt: null } as const;
  return {
    plan: "pro",
    source: "trial",
    expiresAt: new Date(now().getTime() + days * 86_400_000),
  } as const;
}
