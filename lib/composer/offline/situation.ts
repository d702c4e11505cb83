import type { NewsletterDocument } from "@/lib/content/document-schema";
import type { Language } from "./language";

/** What the offline composer may look at besides the conversation. */
export type Situation = {
  document: NewsletterDocument | null;
  /** The paper shows a template's own example words. */
  isExample: boolean;
  workspaceName: string;
  templates: {
    slug: string;
    name: Record<Language, string>;
    category: "announcement" | "digest" | "event" | "letter";
    isLocked: boolean;
    isCurrent: boolean;
  }[];
  language: Language;
};

export type ToolOutcome = { tool: string; ok: boolean; reason: string; data: Record<string, unknown> };

/** One thing that an answer does: say words, or call a tool. */
export type Beat = { say: string } | { call: string; input: Record<string, unknown> };

/** An answer by rule: yields what to do in each step, gets what the tools said, and ends when there is no more to do. */
export type Script = AsyncGenerator<Beat[], void, ToolOutcome[]>;

/** Reads how things stand now; between steps the tools have changed the paper. */
export type Look = () => Promise<Situation>;
