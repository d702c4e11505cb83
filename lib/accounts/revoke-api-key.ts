import { recordAudit } from "@/lib/audit/record-audit";
import { now } from "@/lib/platform/clock";
import { transaction } from "@/lib/platform/db";
import { AppError } from "@/lib/platform/errors";
import { assertCan } from "./permissions";
import type { Viewer } from "./viewer";

/** Ends a key at once; revoking it again changes nothing. Throws `not_found` for another workspace's key. */
export async function revokeApiKey(viewer: Viewer, apiKeyId: string): Promise<void> {
  assertCan(viewer, "apiKeys.manage");
  const where = { id: apiKeyId, workspaceId: viewer.workspaceId };
  await transaction(async (tx) => {
    const { count } = await tx.apiKey.updateMany({
      where: { ...where, revokedAt: null },
      data: { revokedAt: now() },
    });
    if (count === 0) {
      if (await tx.apiKey.findFirst({ where })) return;
      throw new AppError("not_found", "no such API key");
    }
    await recordAudit(tx, {
      viewer,
      action: "api_key.revoked",
      resourceType: "api_key",
      resourceId: apiKeyId,
    });
  });
}
