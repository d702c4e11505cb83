import { home } from "./home";

const doors = ["/login", "/signup", "/verify", "/reset", "/api"];

/**
 * Where to go after signing in: the path of the given address when it lies on our own origin, else home. Never another
 * origin, a door, or the API.
 */
export function safeCallbackUrl(value: string | null | undefined, ownOrigin: string): string {
  const path = ownPath(value, ownOrigin);
  if (!path) return home;
  const { pathname } = new URL(path, ownOrigin);
  const isDoor =
    pathname === "/" || doors.some((door) => pathname === door || pathname.startsWith(`${door}/`));
  return isDoor ? home : path;
}

/** The path, query and fragment of an address on our own origin; null for any other. */
export function ownPath(value: string | null | undefined, ownOrigin: string): string | null {
  if (!value || !URL.canParse(value, ownOrigin)) return null;
  const url = new URL(value, ownOrigin);
  const isOwn = url.origin === new URL(ownOrigin).origin && !url.pathname.startsWith("//");
  return isOwn ? `${url.pathname}${url.search}${url.hash}` : null;
}
