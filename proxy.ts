import { type NextRequest, NextResponse } from "next/server";
import { isSecureOrigin, sessionCookieNames, sessionDays } from "@/lib/accounts/session-cookie";

/**
 * Spares a visitor without any session cookie the way into the studio, and remembers where they wanted to go. A courtesy,
 * never the boundary: `requireViewer()` and every command check again.
 */
export function proxy(request: NextRequest): NextResponse {
  const name = sessionCookieNames.find((known) => request.cookies.has(known));
  const token = name && request.cookies.get(name)?.value;
  if (!name || !token) {
    const login = new URL("/login", request.url);
    login.searchParams.set("callbackUrl", request.nextUrl.pathname + request.nextUrl.search);
    return NextResponse.redirect(login);
  }
  const response = NextResponse.next();
  // The session's row slides while it is used; its cookie goes along with each page that is opened.
  if (request.headers.get("sec-fetch-dest") === "document") {
    const maxAge = sessionDays * 86_400;
    response.cookies.set(name, token, {
      httpOnly: true,
      sameSite: "lax",
      path: "/",
      secure: isSecureOrigin(),
      maxAge,
    });
  }
  return response;
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
