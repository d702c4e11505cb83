import { pool } from "@/lib/platform/db";

export type FiguresCheck = {
  /** Rows and sums say the same, and the account adds up. */
  isRight: boolean;
  rows: Record<string, number>;
  sums: Record<string, number>;
};

/** Compares the sums of the deltas with the recipients' rows, both seen at the same instant. For tests and operators. */
export async function checkFigures(dispatchId: string): Promise<FiguresCheck> {
  const { rows } = await pool().query<Record<string, number>>(
    `SELECT r.*, f.* FROM
       (SELECT count(*)::int AS audience, count(*) FILTER (WHERE state = 'excluded')::int AS excluded,
               count(*) FILTER (WHERE state = 'accepted')::int AS accepted, count(*) FILTER (WHERE state = 'rejected')::int AS rejected,
               count(*) FILTER (WHERE state = 'unknown')::int AS unknown,
               count(*) FILTER (WHERE state IN ('queued', 'claimed', 'handed'))::int AS pending
          FROM "Recipient" WHERE "dispatchId" = $1) AS r,
       (SELECT COALESCE(sum(audience), 0)::int AS "sumAudience", COALESCE(sum(excluded), 0)::int AS "sumExcluded",
               COALESCE(sum(accepted), 0)::int AS "sumAccepted", COALESCE(sum(rejected), 0)::int AS "sumRejected",
               COALESCE(sum(unknown), 0)::int AS "sumUnknown"
          FROM "FigureDelta" WHERE "dispatchId" = $1) AS f`,
    [dispatchId],
  );
  const {
    audience = 0,
    excluded = 0,
    accepted = 0,
    rejected = 0,
    unknown = 0,
    pending = 0,
    ...sum
  } = rows[0] ?? {};
  const counted = { audience, excluded, accepted, rejected, unknown, pending };
  const sums = {
    audience: sum.sumAudience ?? 0,
    excluded: sum.sumExcluded ?? 0,
    accepted: sum.sumAccepted ?? 0,
    rejected: sum.sumRejected ?? 0,
    unknown: sum.sumUnknown ?? 0,
  };
  const agree = (Object.keys(sums) as (keyof typeof sums)[]).every((name) => sums[name] === counted[name]);
  const addsUp = audience === accepted + rejected + unknown + excluded + pending;
  return { isRight: agree && addsUp, rows: counted, sums };
}
