import { cookies, headers } from "next/headers";
import { hasLocale } from "next-intl";
import { getRequestConfig } from "next-intl/server";
import { findViewer } from "@/lib/entry/require-viewer";
import { formats } from "./formats";
import { loadMessages } from "./load-messages";
import {
  defaultTimeZone,
  isTimeZone,
  type Locale,
  localeCookie,
  localeFromHeader,
  locales,
  timeZoneCookie,
} from "./locales";

/**
 * Language and time zone of a request: what was asked for explicitly (`getTranslations({ locale })`), then the signed-in
 * person's setting, then the cookie, then what the browser asks for. No locale stands in the URL.
 */
export default getRequestConfig(async ({ locale: asked }) => {
  const [jar, viewer] = [await cookies(), await findViewer().catch(() => null)];
  const chosen = [asked, viewer?.locale, jar.get(localeCookie)?.value].find((name) =>
    hasLocale(locales, name),
  );
  const locale = hasLocale(locales, chosen) ? chosen : await browserLocale();
  const zone = [viewer?.timeZone, jar.get(timeZoneCookie)?.value].find(isTimeZone);
  return { locale, messages: await loadMessages(locale), timeZone: zone ?? defaultTimeZone, formats };
});

async function browserLocale(): Promise<Locale> {
  return localeFromHeader((await headers()).get("accept-language"));
}
