import { isLocale } from "@/i18n/locales";
import { limitOf } from "@/lib/entitlements/entitlements";
import { now } from "@/lib/platform/clock";
import { sha256 } from "@/lib/platform/crypto";
import { pool } from "@/lib/platform/db";
import { AppError } from "@/lib/platform/errors";
import { keyFromHeader, knownScopes } from "./api-key-rules";
import type { Viewer } from "./viewer";

type Row = {
  id: string;
  workspaceId: string;
  scopes: string[];
  lastUsedAt: Date | null;
  locale: string;
  timeZone: string;
};

/**
 * The viewer behind an `Authorization` header. Throws `unauthenticated` for a missing, unknown, revoked or expired key, and
 * `plan_required` when the workspace's plan no longer includes keys. Notes the use at most once a minute.
 */
export async function authenticateApiKey(header: string | null): Promise<Viewer> {
  const key = keyFromHeader(header);
  if (!key) throw new AppError("unauthenticated", "send the header Authorization: Bearer gly_…");
  const at = now();
  const { rows } = await pool().query<Row>(
    `SELECT k.id, k."workspaceId", k.scopes, k."lastUsedAt", w.locale, w."timeZone"
       FROM "ApiKey" k JOIN "Workspace" w ON w.id = k."workspaceId" AND w."deletedAt" IS NULL
      WHERE k."keyHash" = $1 AND k."revokedAt" IS NULL AND (k."expiresAt" IS NULL OR k."expiresAt" > $2)`,
    [sha256(key), at],
  );
  const row = rows[0];
  if (!row) throw new AppError("unauthenticated", "the API key is unknown, revoked or expired");
  if ((await limitOf(row.workspaceId, "api_keys")) === 0) {
    throw new AppError("plan_required", "the workspace's plan does not include API keys", {
      userMessage: "plan_required_api_keys",
    });
  }
  await noteUse(row, at);
  return {
    userId: null,
    workspaceId: row.workspaceId,
    role: "editor",
    locale: isLocale(row.locale) ? row.locale : "en",
    timeZone: row.timeZone,
    via: "api_key",
    scopes: knownScopes(row.scopes),
    apiKeyId: row.id,
  };
}

async function noteUse(row: Row, at: Date): Promise<void> {
  if (row.lastUsedAt && at.getTime() - row.lastUsedAt.getTime() < 60_000) return;
  await pool().query(
    `UPDATE "ApiKey" SET "lastUsedAt" = $2 WHERE id = $1 AND ("lastUsedAt" IS NULL OR "lastUsedAt" <= $3)`,
    [row.id, at, new Date(at.getTime() - 60_000)],
  );
}
