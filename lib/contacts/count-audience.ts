import { assertCan } from "@/lib/accounts/permissions";
import type { Viewer } from "@/lib/accounts/viewer";
import { db, pool, type Transaction } from "@/lib/platform/db";
import {
  type Audience,
  type AudienceInput,
  audienceSchema,
  type ExclusionReason,
  exclusionReasons,
} from "./audience-schema";
import { audienceSql, refuseSegments } from "./audience-sql";
import { assertLists } from "./internal/mark-contacts";

export type AudienceCountView = {
  total: number;
  sendable: number;
  /** Reasons that occur, the most frequent first. */
  excluded: { reason: ExclusionReason; count: number }[];
};

/** How many people the audience has now, how many may be written to, and why the others not. Throws `not_found` for foreign lists. */
export async function countAudience(viewer: Viewer, raw: AudienceInput): Promise<AudienceCountView> {
  assertCan(viewer, "contacts.read");
  const audience = audienceSchema.parse(raw);
  await assertAudience(db(), viewer.workspaceId, audience);
  const { text, params } = audienceSql(viewer.workspaceId, audience);
  const { rows } = await pool().query<{ exclusion: string | null; count: number }>(
    `SELECT a."exclusion", count(*)::int AS count FROM (${text}) a GROUP BY 1`,
    params,
  );
  const excluded = rows
    .flatMap(({ exclusion, count }) => {
      const reason = exclusionReasons.find((known) => known === exclusion);
      return reason ? [{ reason, count }] : [];
    })
    .sort((a, b) => b.count - a.count);
  const total = rows.reduce((sum, row) => sum + row.count, 0);
  return { total, sendable: rows.find((row) => row.exclusion === null)?.count ?? 0, excluded };
}

/** Throws `not_found` when a list is not a living one of the workspace, `invalid` for segments. */
export async function assertAudience(
  tx: Transaction,
  workspaceId: string,
  audience: Audience,
): Promise<void> {
  refuseSegments(audience);
  if (!audience.all) await assertLists(tx, workspaceId, audience.lists ?? []);
}
