import { correlationId } from "@/lib/platform/correlation";
import type { Prisma, Transaction } from "@/lib/platform/db";

/** The one list of audited actions. */
export const auditedActions = [
  "user.signed_up",
  "user.signed_in",
  "user.sign_in_failed",
  "user.signed_out",
  "user.promoted",
  "user.profile_changed",
  "workspace.created",
  "workspace.changed",
  "api_key.created",
  "api_key.revoked",
  "contacts.imported",
  "contacts.removed",
  "sender.created",
  "sender.changed",
  "campaign.created",
  "campaign.confirmed",
  "campaign.sent",
  "campaign.paused",
  "campaign.resumed",
  "campaign.cancelled",
] as const;

export type AuditAction = (typeof auditedActions)[number];

export type AuditInput = {
  /** Any viewer fits; null when nobody is signed in yet. */
  viewer: { workspaceId: string; userId: string | null; via: string } | null;
  workspaceId?: string;
  action: AuditAction;
  resourceType: string;
  resourceId?: string;
  /** Subject ids and settings, never e-mail addresses. */
  before?: Prisma.InputJsonValue;
  after?: Prisma.InputJsonValue;
};

/** Appends one entry in the caller's transaction. */
export async function recordAudit(tx: Transaction, input: AuditInput): Promise<void> {
  await tx.auditEntry.create({
    data: {
      workspaceId: input.workspaceId ?? input.viewer?.workspaceId ?? null,
      actorKind: input.viewer?.via ?? "visitor",
      actorId: input.viewer?.userId ?? null,
      action: input.action,
      resourceType: input.resourceType,
      resourceId: input.resourceId ?? null,
      ...(input.before === undefined ? {} : { before: input.before }),
      ...(input.after === undefined ? {} : { after: input.after }),
      correlationId: correlationId() ?? null,
    },
  });
}
