import { env } from "@/lib/platform/env";

/** Days that a session lives without being used. */
export const sessionDays = 30;

const plainName = "galley-session";
/** `__Host-` binds the cookie to exactly this host, over TLS (RFC 6265bis, 4.1.3.2). */
const hostName = "__Host-galley-session";

export const sessionCookieNames = [hostName, plainName] as const;

export function isSecureOrigin(): boolean {
  return env().APP_URL.startsWith("https://");
}

export function sessionCookieName(): string {
  return isSecureOrigin() ? hostName : plainName;
}
