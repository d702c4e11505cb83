/** The languages that Galley speaks. A person's own setting wins, then the cookie, then what the browser asks for. */
export const locales = ["en", "pt"] as const;
export type Locale = (typeof locales)[number];

export const defaultLocale: Locale = "en";
export const localeCookie = "locale";
export const timeZoneCookie = "time-zone";
export const defaultTimeZone = "UTC";

export function isLocale(value: unknown): value is Locale {
  return locales.some((locale) => locale === value);
}

/** The best language for an Accept-Language header (RFC 9110, 12.5.4), by quality, then by order. */
export function localeFromHeader(header: string | null | undefined): Locale {
  const wanted = (header ?? "")
    .split(",")
    .map((part) => {
      const [tag = "", ...parameters] = part.trim().toLowerCase().split(";");
      const quality = parameters.find((parameter) => parameter.trim().startsWith("q="));
      return { language: tag.split("-")[0], quality: quality ? Number(quality.trim().slice(2)) : 1 };
    })
    .filter((choice) => choice.quality > 0)
    .sort((a, b) => b.quality - a.quality);
  return wanted.map((choice) => choice.language).find(isLocale) ?? defaultLocale;
}

/** Whether this process can format times in the zone; what a cookie says is never trusted unseen. */
export function isTimeZone(value: string | undefined): value is string {
  if (!value) return false;
  try {
    new Intl.DateTimeFormat("en", { timeZone: value });
    return true;
  } catch {
    return false;
  }
}
