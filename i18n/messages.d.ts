import type { formats } from "./formats";
import type { Locale as GalleyLocale } from "./locales";

/*
 * One line for each file of messages/en: it types `useTranslations("<area>")` and its keys. A test fails when a
 * line is missing or when the two languages differ in keys or placeholders.
 */
type GalleyMessages = {
  activity: typeof import("../messages/en/activity.json");
  auth: typeof import("../messages/en/auth.json");
  campaigns: typeof import("../messages/en/campaigns.json");
  charts: typeof import("../messages/en/charts.json");
  chat: typeof import("../messages/en/chat.json");
  contacts: typeof import("../messages/en/contacts.json");
  errors: typeof import("../messages/en/errors.json");
  mail: typeof import("../messages/en/mail.json");
  marketing: typeof import("../messages/en/marketing.json");
  newsletters: typeof import("../messages/en/newsletters.json");
  profile: typeof import("../messages/en/profile.json");
  public: typeof import("../messages/en/public.json");
  settings: typeof import("../messages/en/settings.json");
  shell: typeof import("../messages/en/shell.json");
  states: typeof import("../messages/en/states.json");
  templates: typeof import("../messages/en/templates.json");
  words: typeof import("../messages/en/words.json");
};

declare module "next-intl" {
  interface AppConfig {
    Locale: GalleyLocale;
    Messages: GalleyMessages;
    Formats: typeof formats;
  }
}
