import type { NextAuthOptions, User } from "next-auth";
import { encode } from "next-auth/jwt";
import { env } from "@/lib/platform/env";
import { AppError, isAppError } from "@/lib/platform/errors";
import { log } from "@/lib/platform/log";
import { ownPath } from "./callback-url";
import { home } from "./home";
import { openSession } from "./open-session";
import { forgetPendingCode, readPendingCode, rememberPendingCode } from "./pending-code";
import { sessionAdapter } from "./session-adapter";
import { isSecureOrigin, sessionCookieName, sessionDays } from "./session-cookie";
import { signInByCode } from "./sign-in-by-code";
import { signInByPassword } from "./sign-in-by-password";
import type { Visitor } from "./visitor";

/**
 * NextAuth 4 with credentials AND database sessions: it only knows credentials with tokens, so `jwt.encode`, which makes the
 * cookie's value after credentials were accepted, opens a session row and returns its token instead.
 */
export function authOptions(visitor: Visitor): NextAuthOptions {
  return {
    secret: env().APP_SECRET,
    adapter: sessionAdapter(),
    session: { strategy: "database", maxAge: sessionDays * 86_400, updateAge: 3_600 },
    pages: { signIn: "/login", error: "/login", verifyRequest: "/verify" },
    useSecureCookies: isSecureOrigin(),
    cookies: {
      sessionToken: {
        name: sessionCookieName(),
        options: { httpOnly: true, sameSite: "lax", path: "/", secure: isSecureOrigin() },
      },
    },
    providers: [
      {
        id: "credentials",
        name: "Galley",
        type: "credentials",
        credentials: { email: {}, password: {}, code: {}, purpose: {} },
        authorize: (credentials) => authorize(credentials ?? {}, visitor),
      },
      closedEmailProvider,
    ],
    callbacks: {
      // The mail link's door stays shut: our codes count tries, its tokens do not.
      signIn: ({ account }) => account?.provider !== closedEmailProvider.id,
      jwt: ({ token, account, user }) =>
        account?.type === "credentials" ? { ...token, signedInUserId: user.id } : token,
      redirect: ({ url, baseUrl }) => new URL(ownPath(url, baseUrl) ?? home, baseUrl).href,
    },
    jwt: {
      encode: async (params) => {
        const userId = params.token?.signedInUserId;
        return typeof userId === "string" ? (await openSession(userId, visitor)).token : encode(params);
      },
    },
    logger: {
      error: (code, metadata) => log.error("sign-in", { code, error: String(metadata) }),
      warn: (code) => log.debug("sign-in", { code }),
      debug: () => undefined,
    },
  };
}

/** NextAuth allows database sessions only while some provider other than credentials exists. */
const closedEmailProvider = {
  id: "email",
  name: "Email",
  type: "email",
  from: "",
  server: "",
  maxAge: 0,
  options: {},
  sendVerificationRequest: () => Promise.reject(new Error("sign-in by link is closed")),
} as const;

type Credentials = Partial<Record<"email" | "password" | "code" | "purpose" | "callbackUrl", string>>;

/** Password or mailed code. A refusal travels as its message key, since NextAuth hands on nothing but a text. */
async function authorize(credentials: Credentials, visitor: Visitor): Promise<User> {
  try {
    const pending = await readPendingCode();
    if (credentials.code !== undefined) {
      const { userId } = await signInByCode(
        {
          email: credentials.email || pending?.email || "",
          purpose: credentials.purpose === "verify_email" ? "verify_email" : "sign_in",
          code: credentials.code,
          ticket: pending?.ticket,
        },
        visitor,
      );
      await forgetPendingCode();
      return { id: userId };
    }
    const { email = "", password = "" } = credentials;
    const result = await signInByPassword({ email, password }, visitor);
    if (result.kind === "signed_in") return { id: result.userId };
    await rememberPendingCode({ ...result.sent, callbackUrl: credentials.callbackUrl });
    throw new AppError("forbidden", "address not yet proven", { userMessage: "email_unverified" });
  } catch (error) {
    throw new Error(refusalOf(error), { cause: error });
  }
}

/** `key` or `key?minutes=3`: what `readRefusal` on the sign-in page understands. */
function refusalOf(error: unknown): string {
  if (error instanceof Error && error.name === "ZodError") return "invalid";
  if (!isAppError(error)) {
    log.error("unexpected error", { where: "sign-in", error: String(error) });
    return "internal";
  }
  const values = Object.entries(error.values).map(([name, value]): [string, string] => [name, String(value)]);
  return values.length ? `${error.userMessage}?${new URLSearchParams(values)}` : error.userMessage;
}
