import { z } from "zod";
import { idSchema } from "@/lib/platform/ids";

/** Whom a campaign goes to: everyone, or whoever is on one of the lists. */
export const audienceSchema = z
  .object({
    all: z.literal(true).optional(),
    lists: z.array(idSchema("list")).max(100).optional(),
    segments: z.array(idSchema("segment")).max(100).optional(),
  })
  .refine(
    (audience) => audience.all || audience.lists?.length || audience.segments?.length,
    "audience_empty",
  );
export type AudienceInput = z.input<typeof audienceSchema>;
export type Audience = z.output<typeof audienceSchema>;

/** Why a member of the audience is not written to. `duplicate` is kept for audiences that name a person twice by other means. */
export const exclusionReasons = [
  "unsubscribed",
  "complained",
  "bounced",
  "pending",
  "suppressed",
  "duplicate",
] as const;
export type ExclusionReason = (typeof exclusionReasons)[number];
