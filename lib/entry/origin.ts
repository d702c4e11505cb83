import { env } from "@/lib/platform/env";
import { AppError } from "@/lib/platform/errors";

/**
 * Refuses a cookie-carrying change that another site's page sent (OWASP CSRF, Fetch Metadata). Requests without either header come
 * from non-browsers, which carry no ambient cookie.
 */
export function assertOwnOrigin(headers: Headers): void {
  const site = headers.get("sec-fetch-site");
  if (site === "cross-site" || site === "same-site")
    throw new AppError("forbidden", `Sec-Fetch-Site: ${site}`);
  const origin = headers.get("origin");
  if (origin && !ownOrigins(headers).has(origin)) throw new AppError("forbidden", `Origin: ${origin}`);
}

/** On a laptop the app is reached as localhost and as 127.0.0.1; on the open network only as APP_URL. */
function ownOrigins(headers: Headers): Set<string> {
  const { APP_URL, isLoopback } = env();
  const own = new Set([new URL(APP_URL).origin]);
  const host = headers.get("host");
  if (isLoopback && host) own.add(`http://${host}`);
  return own;
}
