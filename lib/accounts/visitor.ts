import type { Locale } from "@/i18n/locales";

/** What is known of someone who has not signed in: the language and zone of the browser, and where it comes from. */
export type Visitor = {
  locale: Locale;
  timeZone: string;
  userAgent: string | null;
  /** Null when no trusted proxy says it. */
  network: string | null;
};
