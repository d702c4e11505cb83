import { type NextRequest, NextResponse } from "next/server";
import { sessionCookieNames } from "@/lib/accounts/session-cookie";

/**
 * Spares a visitor without any session cookie the way into the studio, and remembers where they wanted to go. A courtesy,
 * never the boundary: `requireViewer()` and every command check again.
 */
export function proxy(request: NextRequest): NextResponse {
  if (sessionCookieNames.some((name) => request.cookies.has(name))) return NextResponse.next();
  const login = new URL("/login", request.url);
  login.searchParams.set("callbackUrl", request.nextUrl.pathname + request.nextUrl.search);
  return NextResponse.redirect(login);
}

/** Studio pages by name: the API, uploads, public pages and static files never pass here. */
export const config = {
  matcher: [
    "/chat/:path*",
    "/newsletters/:path*",
    "/templates/:path*",
    "/contacts/:path*",
    "/segments/:path*",
    "/campaigns/:path*",
    "/activity/:path*",
    "/settings/:path*",
  ],
};
