import type { PoolClient } from "pg";
import type { SqlStatement } from "@/lib/contacts/audience-sql";
import { batchSize } from "../sending-rules";

/**
 * Writes down who belongs to a Dispatch, whom it excludes and why, and cuts the rest into numbered batches: one statement a step,
 * whatever the size. Of a contact's fields only those named are copied.
 */
export async function freezeAudience(
  client: PoolClient,
  dispatch: { id: string; workspaceId: string; contentHash: string },
  audience: SqlStatement,
  fieldNames: readonly string[],
): Promise<void> {
  const next = audience.params.length;
  await client.query(
    `INSERT INTO "Recipient" ("workspaceId", "dispatchId", "contactId", email, name, fields, batch, state, reason, "settledAt")
     SELECT $${next + 1}, $${next + 2}, ordered."contactId", ordered.email, ordered.name,
            COALESCE((SELECT jsonb_object_agg(key, value) FROM jsonb_each(ordered.fields) WHERE key = ANY($${next + 3}::text[])), '{}'),
            CASE WHEN ordered.reason IS NULL THEN ((ordered.place - 1) / ${batchSize})::int END,
            CASE WHEN ordered.reason IS NULL THEN 'queued' ELSE 'excluded' END::"RecipientState",
            ordered.reason,
            CASE WHEN ordered.reason IS NOT NULL THEN now() END
       FROM (SELECT a."contactId", a.email, a."exclusion" AS reason,
                    concat_ws(' ', NULLIF(a."firstName", ''), NULLIF(a."lastName", '')) AS name,
                    COALESCE(a.fields, '{}')::jsonb || jsonb_strip_nulls(jsonb_build_object(
                      'email', a.email, 'firstName', a."firstName", 'lastName', a."lastName")) AS fields,
                    row_number() OVER (PARTITION BY a."exclusion" IS NULL ORDER BY a."contactId") AS place
               FROM (${audience.text}) AS a) AS ordered
      ORDER BY ordered.reason IS NULL, ordered.place`,
    [...audience.params, dispatch.workspaceId, dispatch.id, fieldNames],
  );
  await client.query(
    `INSERT INTO "Batch" ("dispatchId", number, "bodyHash", pending)
     SELECT $1, batch,
            encode(sha256(convert_to($2 || string_agg(id::text || email || name || fields::text, '' ORDER BY id), 'UTF8')), 'hex'),
            count(*)
       FROM "Recipient" WHERE "dispatchId" = $1 AND batch IS NOT NULL GROUP BY batch`,
    [dispatch.id, dispatch.contentHash],
  );
  await client.query(
    `INSERT INTO "FigureDelta" ("dispatchId", audience, excluded)
     SELECT $1, count(*), count(*) FILTER (WHERE state = 'excluded') FROM "Recipient" WHERE "dispatchId" = $1`,
    [dispatch.id],
  );
}
