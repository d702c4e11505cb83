import type { Transaction } from "@/lib/platform/db";

export async function isLivingAddressTaken(
  tx: Transaction,
  workspaceId: string,
  emailFolded: string,
): Promise<boolean> {
  const found = await tx.contact.findFirst({
    where: { workspaceId, emailFolded, deletedAt: null },
    select: { id: true },
  });
  return found !== null;
}
