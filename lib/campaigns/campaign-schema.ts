import { z } from "zod";
import { emailSchema } from "@/lib/platform/email-address";
import type { CampaignStatus, PausedReason } from "@/lib/platform/generated/prisma/enums";
import type { FiguresView } from "@/lib/sending/get-figures";

/** Everyone, or the union of lists and segments; empty while nobody has chosen. */
export const audienceSchema = z.object({
  all: z.literal(true).optional(),
  lists: z.array(z.uuid()).max(100).optional(),
  segments: z.array(z.uuid()).max(100).optional(),
});
export type CampaignAudience = z.infer<typeof audienceSchema>;

export const createCampaignInput = z.object({
  /** Left out: the newsletter's subject. */
  name: z.string().trim().min(1).max(200).optional(),
  newsletterId: z.uuid(),
  /** Left out: the workspace's default Sender. */
  senderId: z.uuid().nullish(),
  audience: audienceSchema.default({}),
});
export type CreateCampaignInput = z.input<typeof createCampaignInput>;

export const updateDraftInput = z.object({
  id: z.uuid(),
  name: z.string().trim().min(1).max(200).optional(),
  newsletterId: z.uuid().optional(),
  senderId: z.uuid().nullish(),
  audience: audienceSchema.optional(),
});
export type UpdateDraftInput = z.input<typeof updateDraftInput>;

export const listCampaignsInput = z.object({
  search: z.string().trim().max(200).optional(),
  status: z
    .array(z.enum(["draft", "scheduled", "preparing", "sending", "paused", "sent", "cancelled", "failed"]))
    .optional(),
  cursor: z.uuid().optional(),
  limit: z.number().int().min(1).max(200).default(25),
});
export type ListCampaignsInput = z.input<typeof listCampaignsInput>;

export const sendTestInput = z
  .object({
    campaignId: z.uuid().optional(),
    newsletterId: z.uuid().optional(),
    to: z.array(emailSchema).min(1).max(5),
  })
  .refine((input) => Boolean(input.campaignId) !== Boolean(input.newsletterId), {
    message: "required",
    path: ["campaignId"],
  });
export type SendTestInput = z.input<typeof sendTestInput>;

export const scheduleCampaignInput = z.object({
  id: z.uuid(),
  /** An instant (`…Z`, `…+02:00`), or a wall-clock time in `timeZone`. */
  sendAt: z.string().max(40),
  timeZone: z.string().max(80),
  contentHash: z.string().max(128).optional(),
});
export type ScheduleCampaignInput = z.input<typeof scheduleCampaignInput>;

export type CampaignView = {
  id: string;
  name: string;
  subject: string | null;
  status: CampaignStatus;
  pausedReason: PausedReason | null;
  newsletterId: string;
  senderId: string | null;
  audience: CampaignAudience;
  /** What was confirmed; null while nothing is. */
  contentHash: string | null;
  confirmedAt: Date | null;
  scheduledFor: Date | null;
  timeZone: string | null;
  startedAt: Date | null;
  finishedAt: Date | null;
  /** Key of the sentence that says why it failed. */
  failure: string | null;
  createdAt: Date;
  updatedAt: Date;
  figures: FiguresView;
};

export type FindingSeverity = "error" | "warning";

/** One thing that the check before sending found. `code` is a key of `findings` in messages/<locale>/campaigns.json. */
export type Finding = {
  code: string;
  severity: FindingSeverity;
  blockId?: string;
  values?: Record<string, string | number>;
  /** `fixFinding` can mend it without asking anything. */
  isFixable?: boolean;
};

export type Preflight = { ok: boolean; findings: Finding[] };

export type AudienceCount = {
  total: number;
  sendable: number;
  excluded: { reason: string; count: number }[];
};

/** What a person reads before they say yes: plain data, so that it can be kept and shown again as it was. */
export type ProposalView = {
  id: string;
  campaignId: string;
  campaignName: string;
  contentHash: string;
  from: { name: string; email: string };
  subject: string;
  audience: { total: number; sendable: number };
  excluded: { reason: string; count: number }[];
  estimatedSeconds: number;
  findings: Finding[];
  ok: boolean;
  state: "open" | "confirmed" | "voided" | "expired";
  createdAt: string;
  expiresAt: string;
};

export type ActivityView = {
  id: string;
  campaignId: string;
  campaignName: string;
  kind: ActivityKind;
  actor: { kind: string; name: string | null };
  details: Record<string, string | number>;
  figures: FiguresView | null;
  at: Date;
};

export const activityKinds = [
  "created",
  "edited",
  "tested",
  "confirmed",
  "scheduled",
  "unscheduled",
  "started",
  "paused",
  "resumed",
  "cancelled",
  "sent",
  "failed",
] as const;
export type ActivityKind = (typeof activityKinds)[number];
