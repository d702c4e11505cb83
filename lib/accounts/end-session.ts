import { recordAudit } from "@/lib/audit/record-audit";
import { sha256 } from "@/lib/platform/crypto";
import { transaction } from "@/lib/platform/db";

/** Signs out: the very next request with this token has no viewer. Ending an ended session changes nothing. */
export async function endSession(token: string): Promise<void> {
  await transaction(async (tx) => {
    const session = await tx.session.findUnique({ where: { sessionToken: sha256(token) } });
    if (!session) return;
    await tx.session.deleteMany({ where: { id: session.id } });
    await recordAudit(tx, {
      viewer: null,
      ...(session.workspaceId ? { workspaceId: session.workspaceId } : {}),
      action: "user.signed_out",
      resourceType: "user",
      resourceId: session.userId,
    });
  });
}
