import { cookies, headers } from "next/headers";
import { isLocale, isTimeZone, localeCookie, localeFromHeader, timeZoneCookie } from "@/i18n/locales";
import { clientNetwork } from "@/lib/rate-limit/client-network";
import type { Visitor } from "./visitor";

/** What this request tells of someone who has not signed in. */
export async function readVisitor(): Promise<Visitor> {
  const [jar, sent] = [await cookies(), await headers()];
  const locale = jar.get(localeCookie)?.value;
  const zone = jar.get(timeZoneCookie)?.value;
  return {
    locale: isLocale(locale) ? locale : localeFromHeader(sent.get("accept-language")),
    timeZone: isTimeZone(zone) ? zone : "UTC",
    userAgent: sent.get("user-agent")?.slice(0, 400) ?? null,
    network: clientNetwork(sent),
  };
}
