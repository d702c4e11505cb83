import { home } from "./home";

const doors = ["/login", "/signup", "/verify", "/reset", "/api"];

/**
 * Where to go after signing in: the path of the given address when it lies on our own origin, else home. Never another
 * origin, a door, or the API.
 */
export function safeCallbackUrl(value: string | null | undefined, ownOrigin: string): string {
  if (!value || !URL.canParse(value, ownOrigin)) return home;
  const url = new URL(value, ownOrigin);
  const isOwn = url.origin === new URL(ownOrigin).origin && !url.pathname.startsWith("//");
  const isDoor =
    url.pathname === "/" ||
    doors.some((door) => url.pathname === door || url.pathname.startsWith(`${door}/`));
  return isOwn && !isDoor ? `${url.pathname}${url.search}${url.hash}` : home;
}
