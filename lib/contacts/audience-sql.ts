import { AppError } from "@/lib/platform/errors";
import type { Audience } from "./audience-schema";

export type SqlStatement = { text: string; params: unknown[] };

/**
 * The SELECT that freezes an audience in one statement: a row for each living contact of the audience, once, with the columns
 * "contactId", "email", "emailFolded", "emailHash", "firstName", "lastName", "fields" (jsonb) and "exclusion" (an ExclusionReason as
 * text, or null for whoever is written to). Placeholders count from `firstParam`. Lists of another workspace match nobody; use
 * `assertAudience` to refuse them. Throws `invalid` for segments.
 */
export function audienceSql(workspaceId: string, audience: Audience, firstParam = 1): SqlStatement {
  refuseSegments(audience);
  const workspace = `$${firstParam}::uuid`;
  const lists = `$${firstParam + 1}::uuid[]`;
  const onLists = `AND c."id" IN (
      SELECT m."contactId" FROM "ListMember" m
        JOIN "List" l ON l."id" = m."listId" AND l."workspaceId" = ${workspace} AND l."deletedAt" IS NULL
       WHERE m."workspaceId" = ${workspace} AND m."listId" = ANY(${lists}))`;
  const text = `SELECT c."id" AS "contactId", c."email", c."emailFolded", c."emailHash", c."firstName", c."lastName", c."fields",
       CASE WHEN c."status" <> 'subscribed' THEN c."status"::text
            WHEN s."emailHash" IS NOT NULL THEN CASE WHEN s."reason" = 'manual' THEN 'suppressed' ELSE s."reason"::text END
       END AS "exclusion"
  FROM "Contact" c
  LEFT JOIN "Suppression" s ON s."workspaceId" = c."workspaceId" AND s."emailHash" = c."emailHash"
 WHERE c."workspaceId" = ${workspace} AND c."deletedAt" IS NULL ${audience.all ? "" : onLists}`;
  return { text, params: audience.all ? [workspaceId] : [workspaceId, audience.lists ?? []] };
}

export function refuseSegments(audience: Audience): void {
  if (audience.segments?.length) {
    throw new AppError("invalid", "segments cannot be chosen yet", {
      userMessage: "segments_unavailable",
      fields: { segments: "segments_unavailable" },
    });
  }
}
