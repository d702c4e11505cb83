"use client";

import { useTranslations } from "next-intl";

type ErrorTexts = {
  (key: string, values?: Record<string, string | number>): string;
  has(key: string): boolean;
};

/** The sentence for a refusal as the sign-in handler hands it on: `key` or `key?minutes=3`. */
export function useRefusalText(): (refusal: string) => string {
  const t = useTranslations("errors") as unknown as ErrorTexts;
  return (refusal) => {
    const [key = "", query = ""] = refusal.split("?");
    const values = Object.fromEntries(
      [...new URLSearchParams(query)].map(([name, value]) => [name, Number(value)]),
    );
    return t.has(key) ? t(key, values) : t("internal");
  };
}
