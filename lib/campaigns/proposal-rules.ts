import type { ProposalView } from "./campaign-schema";

/** A proposal that nobody confirmed within the hour is asked for anew. */
export const proposalLifeMs = 60 * 60_000;

/** A cautious figure for one worker over SMTP; the page shows the true pace once it sends. */
const assumedPerSecond = 40;

export function estimateSeconds(people: number): number {
  return people === 0 ? 0 : Math.max(1, Math.ceil(people / assumedPerSecond));
}

export type ProposalMarks = {
  confirmedAt: Date | null;
  voidedAt: Date | null;
  expiresAt: Date;
};

/** Where a proposal stands at the given moment. */
export function proposalState(marks: ProposalMarks, at: Date): ProposalView["state"] {
  if (marks.confirmedAt) return "confirmed";
  if (marks.voidedAt) return "voided";
  return marks.expiresAt <= at ? "expired" : "open";
}
