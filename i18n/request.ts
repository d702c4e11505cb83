import { cookies, headers } from "next/headers";
import { hasLocale } from "next-intl";
import { getRequestConfig } from "next-intl/server";
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

/** Language and time zone of a request. No locale stands in the URL; an explicit `getTranslations({ locale })` wins. */
export default getRequestConfig(async ({ locale: asked }) => {
  const jar = await cookies();
  const locale = hasLocale(locales, asked) ? asked : await requestedLocale(jar.get(localeCookie)?.value);
  const zone = jar.get(timeZoneCookie)?.value;
  return {
    locale,
    messages: await loadMessages(locale),
    timeZone: isTimeZone(zone) ? zone : defaultTimeZone,
    formats,
  };
});

async function requestedLocale(chosen: string | undefined): Promise<Locale> {
  return hasLocale(locales, chosen) ? chosen : localeFromHeader((await headers()).get("accept-language"));
}
