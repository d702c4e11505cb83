import { db } from "@/lib/platform/db";
import { type SenderView, toSenderView } from "@/lib/sending/sender-view";

/** A sender of the workspace; its first one is the default. */
export async function givenSender(
  workspaceId: string,
  wishes: { fromName?: string; fromEmail?: string; replyTo?: string | null } = {},
): Promise<SenderView> {
  const isDefault = (await db().sender.count({ where: { workspaceId, isDefault: true } })) === 0;
  const row = await db().sender.create({
    data: {
      workspaceId,
      fromName: wishes.fromName ?? "Harbour Books",
      fromEmail: wishes.fromEmail ?? "news@harbour.example",
      replyTo: wishes.replyTo ?? null,
      isDefault,
    },
  });
  return toSenderView(row);
}
