import { now } from "@/lib/platform/clock";
import { db, type Transaction } from "@/lib/platform/db";
import { AppError } from "@/lib/platform/errors";
import { type Feature, type Limit, type PlanName, plans } from "./plans";

export type PlanView = {
  plan: PlanName;
  source: "trial" | "seeded" | "operator" | "none";
  /** Null when the plan does not end by itself. */
  expiresAt: Date | null;
};

/** The plan in force; an expired one counts as Free. One indexed read. */
export async function getPlan(workspaceId: string, tx: Transaction = db()): Promise<PlanView> {
  const row = await tx.workspacePlan.findUnique({ where: { workspaceId } });
  const ended = row?.expiresAt != null && row.expiresAt <= now();
  if (!row || ended) return { plan: "free", source: "none", expiresAt: null };
  return { plan: row.plan, source: row.source, expiresAt: row.expiresAt };
}

export async function hasFeature(
  workspaceId: string,
  feature: Feature,
  tx: Transaction = db(),
): Promise<boolean> {
  return plans[(await getPlan(workspaceId, tx)).plan].features[feature];
}

/** Throws `plan_required` when the workspace's plan lacks the feature. */
export async function assertFeature(
  workspaceId: string,
  feature: Feature,
  tx: Transaction = db(),
): Promise<void> {
  if (!(await hasFeature(workspaceId, feature, tx))) {
    throw new AppError("plan_required", `${feature} is not in the plan`, {
      userMessage: `plan_required_${feature}`,
    });
  }
}

/** How many of something the workspace's plan allows. */
export async function limitOf(workspaceId: string, limit: Limit, tx: Transaction = db()): Promise<number> {
  return plans[(await getPlan(workspaceId, tx)).plan].limits[limit];
}

/**
 * Runs `create` only while `count` + `adding` stays within the plan's limit. The workspace's plan row is locked first, so that
 * two callers at the edge cannot both pass. Throws `limit_reached`.
 */
export async function createWithinLimit<T>(
  tx: Transaction,
  workspaceId: string,
  limit: Limit,
  count: () => Promise<number>,
  create: () => Promise<T>,
  adding = 1,
): Promise<T> {
  await tx.$queryRaw`SELECT 1 FROM "WorkspacePlan" WHERE "workspaceId" = ${workspaceId}::uuid FOR UPDATE`;
  const allowed = await limitOf(workspaceId, limit, tx);
  const present = await count();
  if (present + adding > allowed) {
    throw new AppError("limit_reached", `${limit}: ${present} + ${adding} > ${allowed}`, {
      userMessage: `limit_reached_${limit}`,
      values: { allowed, present },
    });
  }
  return create();
}

/** Writes down which plan a workspace is on; called by sign-up, the seed, the command line and, later, billing. */
export async function setPlan(
  tx: Transaction,
  workspaceId: string,
  plan: { plan: PlanName; source: "trial" | "seeded" | "operator"; expiresAt: Date | null },
): Promise<void> {
  await tx.workspacePlan.upsert({ where: { workspaceId }, create: { workspaceId, ...plan }, update: plan });
}
