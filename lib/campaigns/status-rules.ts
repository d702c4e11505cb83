import type { CampaignStatus } from "@/lib/platform/generated/prisma/enums";

/** What can happen to a campaign. */
export type CampaignVerb =
  | "edit"
  | "schedule"
  | "unschedule"
  | "confirm"
  | "hold"
  | "start"
  | "pause"
  | "resume"
  | "cancel"
  | "finish"
  | "fail";

type Move = Partial<Record<CampaignStatus, CampaignStatus>>;

/** The whole status machine: verb → from → to. What is not here cannot happen. */
const moves: Record<CampaignVerb, Move> = {
  edit: { draft: "draft" },
  schedule: { draft: "scheduled", scheduled: "scheduled" },
  unschedule: { scheduled: "draft" },
  confirm: { draft: "preparing", scheduled: "preparing" },
  /** A scheduled campaign that was found too late asks before it sends. */
  hold: { scheduled: "paused" },
  start: { preparing: "sending" },
  pause: { preparing: "paused", sending: "paused" },
  /** A paused campaign whose audience is not frozen yet goes through `preparing` again. */
  resume: { paused: "sending" },
  cancel: {
    draft: "cancelled",
    scheduled: "cancelled",
    preparing: "cancelled",
    sending: "cancelled",
    paused: "cancelled",
  },
  finish: { preparing: "sent", sending: "sent", paused: "sent" },
  fail: { preparing: "failed", scheduled: "failed" },
};

/** Where the verb leads from this status, or null when it cannot happen there. */
export function nextStatus(status: CampaignStatus, verb: CampaignVerb): CampaignStatus | null {
  return moves[verb][status] ?? null;
}

/** The statuses a verb starts from: what a conditional update asks for. */
export function startsFrom(verb: CampaignVerb): CampaignStatus[] {
  return Object.keys(moves[verb]) as CampaignStatus[];
}

/** Nothing more will happen to the campaign's recipients by our own hand. */
export function isOver(status: CampaignStatus): boolean {
  return status === "sent" || status === "cancelled" || status === "failed";
}

/** What the activity page calls "moving now". */
export const movingStatuses = [
  "preparing",
  "sending",
  "paused",
  "scheduled",
] as const satisfies CampaignStatus[];
