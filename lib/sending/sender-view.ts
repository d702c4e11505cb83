import type { Sender } from "@/lib/platform/generated/prisma/client";

/** Who a newsletter comes from. */
export type SenderView = {
  id: string;
  fromName: string;
  fromEmail: string;
  replyTo: string | null;
  isDefault: boolean;
};

export function toSenderView(row: Sender): SenderView {
  const { id, fromName, fromEmail, replyTo, isDefault } = row;
  return { id, fromName, fromEmail, replyTo, isDefault };
}
