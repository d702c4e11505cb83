import { db } from "@/lib/platform/db";
import { knownScopes } from "./api-key-rules";
import { assertCan, type Scope } from "./permissions";
import type { Viewer } from "./viewer";

export type ApiKeyView = {
  id: string;
  name: string;
  /** The first characters, enough to tell keys apart. */
  prefix: string;
  scopes: Scope[];
  createdAt: Date;
  expiresAt: Date | null;
  lastUsedAt: Date | null;
};

/** The workspace's keys that were not revoked, newest first; the plan keeps them few. */
export async function listApiKeys(viewer: Viewer): Promise<ApiKeyView[]> {
  assertCan(viewer, "apiKeys.manage");
  const rows = await db().apiKey.findMany({
    where: { workspaceId: viewer.workspaceId, revokedAt: null },
    orderBy: { createdAt: "desc" },
  });
  return rows.map(apiKeyView);
}

export function apiKeyView(row: Omit<ApiKeyView, "scopes"> & { scopes: string[] }): ApiKeyView {
  return {
    id: row.id,
    name: row.name,
    prefix: row.prefix,
    scopes: knownScopes(row.scopes),
    createdAt: row.createdAt,
    expiresAt: row.expiresAt,
    lastUsedAt: row.lastUsedAt,
  };
}
