import NextAuth from "next-auth";
import { authOptions } from "@/lib/accounts/auth-options";
import { readVisitor } from "@/lib/accounts/read-visitor";
import { withCorrelation } from "@/lib/platform/correlation";

type Context = { params: Promise<{ nextauth: string[] }> };

/** Sign-in, sign-out and the CSRF token, by NextAuth. */
async function handle(request: Request, context: Context): Promise<Response> {
  return withCorrelation(undefined, async () => NextAuth(authOptions(await readVisitor()))(request, context));
}

export { handle as GET, handle as POST };
