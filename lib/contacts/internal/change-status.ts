import type { Transaction } from "@/lib/platform/db";
import type { ConsentSource, ContactStatus, SuppressionReason } from "@/lib/platform/generated/prisma/enums";

export type StatusChange = {
  workspaceId: string;
  contactId: string;
  to: ContactStatus;
  source: ConsentSource;
  actorId?: string | null;
  ip?: string | null;
  textVersion?: string | null;
  at: Date;
};

/**
 * Moves a contact's status, if it is not there yet, with what belongs to it: a "no" leaves a suppression that outlives the contact
 * and a withdrawn consent; a "yes" lifts a bounce's suppression and leaves a given consent. Returns whether anything changed.
 */
export async function changeStatus(tx: Transaction, change: StatusChange): Promise<boolean> {
  const { workspaceId, contactId, to } = change;
  const moved = await tx.contact.updateMany({
    where: { id: contactId, workspaceId, status: { not: to } },
    data: { status: to, statusChangedAt: change.at },
  });
  if (moved.count === 0) return false;
  const { emailHash } = await tx.contact.findUniqueOrThrow({
    where: { id: contactId },
    select: { emailHash: true },
  });
  if (to === "unsubscribed" || to === "complained" || to === "bounced") {
    await suppressHash(tx, workspaceId, emailHash, to, change.at);
  } else {
    await tx.suppression.deleteMany({ where: { workspaceId, emailHash, reason: "bounced" } });
  }
  if (to === "unsubscribed" || to === "complained") await record(tx, change, "withdrawn");
  if (to === "subscribed") await record(tx, change, "granted");
  return true;
}

const weight: Record<SuppressionReason, number> = { manual: 0, bounced: 1, unsubscribed: 2, complained: 3 };

/** Suppresses the address; of two reasons the weightier stays. */
export async function suppressHash(
  tx: Transaction,
  workspaceId: string,
  emailHash: Uint8Array<ArrayBuffer>,
  reason: SuppressionReason,
  at: Date,
): Promise<void> {
  await tx.suppression.createMany({
    data: [{ workspaceId, emailHash, reason, createdAt: at }],
    skipDuplicates: true,
  });
  const lighter = (Object.keys(weight) as SuppressionReason[]).filter(
    (other) => weight[other] < weight[reason],
  );
  await tx.suppression.updateMany({
    where: { workspaceId, emailHash, reason: { in: lighter } },
    data: { reason },
  });
}

async function record(tx: Transaction, change: StatusChange, action: "granted" | "withdrawn"): Promise<void> {
  await tx.consentRecord.create({
    data: {
      workspaceId: change.workspaceId,
      contactId: change.contactId,
      kind: "email",
      action,
      source: change.source,
      actorId: change.actorId ?? null,
      ip: change.ip ?? null,
      textVersion: change.textVersion ?? null,
      at: change.at,
    },
  });
}
