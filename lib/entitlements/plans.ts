import type { PlanName } from "@/lib/platform/generated/prisma/enums";

export type { PlanName };

export type Feature = "campaigns" | "pro_templates" | "segments" | "paid_events";
export type Limit =
  | "contacts"
  | "emails_month"
  | "ai_credits_month"
  | "members"
  | "api_keys"
  | "webhooks"
  | "events";

export type Plan = {
  features: Record<Feature, boolean>;
  limits: Record<Limit, number>;
};

/** Plan → features and limits: one total map, so that a new feature cannot be forgotten for a plan. */
export const plans: Record<PlanName, Plan> = {
  free: {
    features: { campaigns: false, pro_templates: false, segments: false, paid_events: false },
    limits: {
      contacts: 500,
      emails_month: 200,
      ai_credits_month: 50,
      members: 1,
      api_keys: 0,
      webhooks: 0,
      events: 1,
    },
  },
  pro: {
    features: { campaigns: true, pro_templates: true, segments: true, paid_events: true },
    limits: {
      contacts: 25_000,
      emails_month: 250_000,
      ai_credits_month: 2_000,
      members: 5,
      api_keys: 3,
      webhooks: 3,
      events: Number.MAX_SAFE_INTEGER,
    },
  },
  business: {
    features: { campaigns: true, pro_templates: true, segments: true, paid_events: true },
    limits: {
      contacts: 1_000_000,
      emails_month: 5_000_000,
      ai_credits_month: 20_000,
      members: 50,
      api_keys: 50,
      webhooks: 50,
      events: Number.MAX_SAFE_INTEGER,
    },
  },
};
