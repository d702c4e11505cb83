import { recordAudit } from "@/lib/audit/record-audit";
import { createWithinLimit } from "@/lib/entitlements/entitlements";
import { now } from "@/lib/platform/clock";
import { randomToken, sha256 } from "@/lib/platform/crypto";
import { transaction } from "@/lib/platform/db";
import { AppError } from "@/lib/platform/errors";
import { apiKeyPrefix } from "./api-key-rules";
import { type CreateApiKeyInput, createApiKeyInput } from "./api-key-schema";
import { type ApiKeyView, apiKeyView } from "./list-api-keys";
import { assertCan } from "./permissions";
import type { Viewer } from "./viewer";

/**
 * Makes a key and returns it in full: the only time, since only its SHA-256 is kept. Throws `limit_reached` past the plan's
 * number of live keys.
 */
export async function createApiKey(
  viewer: Viewer,
  input: CreateApiKeyInput,
): Promise<ApiKeyView & { key: string }> {
  assertCan(viewer, "apiKeys.manage");
  const { name, scopes, expiresAt } = createApiKeyInput.parse(input);
  const at = now();
  if (expiresAt && expiresAt <= at) {
    throw new AppError("invalid", "expiresAt is past", { fields: { expiresAt: "must_be_future" } });
  }
  const key = `${apiKeyPrefix}${randomToken()}`;
  return transaction(async (tx) => {
    const { workspaceId } = viewer;
    const made = await createWithinLimit(
      tx,
      workspaceId,
      "api_keys",
      () =>
        tx.apiKey.count({
          where: { workspaceId, revokedAt: null, OR: [{ expiresAt: null }, { expiresAt: { gt: at } }] },
        }),
      () =>
        tx.apiKey.create({
          data: {
            workspaceId,
            name,
            prefix: key.slice(0, apiKeyPrefix.length + 6),
            keyHash: sha256(key),
            scopes,
            createdById: viewer.userId,
            expiresAt: expiresAt ?? null,
          },
        }),
    );
    await recordAudit(tx, {
      viewer,
      action: "api_key.created",
      resourceType: "api_key",
      resourceId: made.id,
      after: { scopes, expiresAt: expiresAt?.toISOString() ?? null },
    });
    return { ...apiKeyView(made), key };
  });
}
