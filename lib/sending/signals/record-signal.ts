import type { Transaction } from "@/lib/platform/db";
import { db } from "@/lib/platform/db";
import type { SignalKind } from "@/lib/platform/generated/prisma/enums";

export type SignalInput = {
  recipientId: string;
  kind: SignalKind;
  /** Which link was followed. */
  linkIndex?: number | undefined;
  /** A machine did it: kept, and never counted in figures. */
  bot?: boolean | undefined;
};

/**
 * Writes down that something happened to a recipient: the first time moves the figures, every further time only raises the count. A link
 * counts for itself and once for the person. Returns whether it was the person's first; false when there is no such recipient.
 */
export async function recordSignal(
  { recipientId, kind, linkIndex, bot = false }: SignalInput,
  tx: Transaction = db(),
): Promise<{ isFirst: boolean }> {
  const indexes = linkIndex === undefined ? [-1] : [-1, linkIndex];
  const rows = await tx.$queryRawUnsafe<{ first: boolean }[]>(
    `WITH about AS (
       SELECT r.id, r."workspaceId", r."dispatchId" FROM "Recipient" r WHERE r.id = $1::uuid
     ), written AS (
       INSERT INTO "DeliverySignal" ("recipientId", kind, "linkIndex", bot, "workspaceId", "dispatchId")
       SELECT about.id, $2::"SignalKind", place.index, $4, about."workspaceId", about."dispatchId"
         FROM about CROSS JOIN unnest($3::int[]) AS place(index)
       ON CONFLICT ("recipientId", kind, "linkIndex", bot)
       DO UPDATE SET count = "DeliverySignal".count + 1, "lastAt" = now()
       RETURNING "dispatchId", "linkIndex", count = 1 AS first
     ), counted AS (
       INSERT INTO "FigureDelta" ("dispatchId", ${kind})
       SELECT "dispatchId", 1 FROM written WHERE "linkIndex" = -1 AND first AND NOT $4
     )
     SELECT first FROM written WHERE "linkIndex" = -1`,
    recipientId,
    kind,
    indexes,
    bot,
  );
  return { isFirst: rows[0]?.first === true };
}
