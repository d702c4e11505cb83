import { z } from "zod";
import { documentSchema, type NewsletterDocument } from "@/lib/content/document-schema";
import { type Operation, operationSchema } from "@/lib/content/operations";

/** Who made a save: a person's hand, the composer on a person's word, or an integration. */
export const saveSources = ["person", "composer", "api"] as const;
export type SaveSource = (typeof saveSources)[number];

export const createNewsletterInput = z.object({
  document: documentSchema,
  title: z.string().trim().min(1).max(200).optional(),
  source: z.enum(saveSources).optional(),
});
export type CreateNewsletterInput = z.input<typeof createNewsletterInput>;

export const changeNewsletterInput = z.object({
  id: z.uuid(),
  /** The version that the operations were made against. */
  version: z.int().min(1),
  operations: z.array(operationSchema).min(1).max(500),
  /** Lets a change made against an older version in when nothing it touches was touched since. */
  merge: z.boolean().optional(),
  source: z.enum(saveSources).optional(),
});
export type ChangeNewsletterInput = z.input<typeof changeNewsletterInput>;

export const listNewslettersInput = z.object({
  search: z.string().trim().max(200).optional(),
  cursor: z.string().max(300).optional(),
  limit: z.int().min(1).max(200).default(50),
});
export type ListNewslettersInput = z.input<typeof listNewslettersInput>;

export type NewsletterView = {
  id: string;
  title: string;
  version: number;
  document: NewsletterDocument;
  createdAt: Date;
  updatedAt: Date;
};

export type NewsletterChange = {
  version: number;
  document: NewsletterDocument;
  /** Takes the change back, in the order to apply. */
  inverse: Operation[];
  /** True when saves of others were let in between. */
  wasMerged: boolean;
};

export type NewsletterListItem = {
  id: string;
  title: string;
  subject: string;
  version: number;
  language: "en" | "pt";
  updatedAt: Date;
};

export type VersionView = {
  version: number;
  source: SaveSource;
  savedAt: Date;
  savedById: string | null;
  undoesVersion: number | null;
  isUndone: boolean;
};
