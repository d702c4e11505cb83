import type { NewsletterDocument } from "@/lib/content/document-schema";

export type TemplateLocale = "en" | "pt";
export type TemplateCategory = "announcement" | "digest" | "event" | "letter";

/** A template as the catalogue holds it, in both languages. */
export type TemplateSource = {
  slug: string;
  category: TemplateCategory;
  /** Needs a plan that includes Pro templates. */
  pro: boolean;
  name: Record<TemplateLocale, string>;
  /** One sentence: when to take this one. */
  description: Record<TemplateLocale, string>;
  document: Record<TemplateLocale, NewsletterDocument>;
};

/** A template in a gallery. */
export type TemplateView = {
  slug: string;
  name: string;
  description: string;
  category: TemplateCategory;
  pro: boolean;
  /** Path of a picture of 384 × 480 pixels. */
  thumbnail: string;
};

export type TemplateWithDocument = TemplateView & { document: NewsletterDocument };
