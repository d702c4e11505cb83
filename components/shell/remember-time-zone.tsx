"use client";

import { useEffect } from "react";
import { timeZoneCookie } from "@/i18n/locales";

/** Tells the server the browser's time zone once, so that dates are right before anybody has set one. */
export function RememberTimeZone() {
  useEffect(() => {
    if (document.cookie.includes(`${timeZoneCookie}=`)) return;
    const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
    const expires = Date.now() + 365 * 24 * 3_600_000;
    // Where the Cookie Store is missing, dates stay in UTC until a zone is chosen in the profile.
    void window.cookieStore?.set({ name: timeZoneCookie, value: zone, path: "/", sameSite: "lax", expires });
  }, []);
  return null;
}
