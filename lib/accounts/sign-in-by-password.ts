import { isLocale } from "@/i18n/locales";
import { recordAudit } from "@/lib/audit/record-audit";
import { db, transaction } from "@/lib/platform/db";
import { foldEmail } from "@/lib/platform/email-address";
import { AppError } from "@/lib/platform/errors";
import { consumeRateLimit, resetRateLimit } from "@/lib/rate-limit/consume-rate-limit";
import { type PasswordSignInInput, passwordSignInInput } from "./account-schema";
import { challenge } from "./internal/challenge";
import { ensureWorkspace } from "./internal/ensure-workspace";
import { ticketFor } from "./internal/ticket";
import { verifyPassword } from "./password";
import type { CodeSentView } from "./send-code";
import type { Visitor } from "./visitor";

export type PasswordSignIn =
  | { kind: "signed_in"; userId: string }
  /** Right password, address not yet proven: a code was mailed, and the next page asks for it. */
  | { kind: "unverified"; sent: CodeSentView & { ticket: string } };

/**
 * Checks a password, in the same time for an address without an account. Throws `unauthenticated` (`sign_in_wrong`),
 * `rate_limited` after ten tries in fifteen minutes, right or wrong, and `forbidden` when suspended.
 */
export async function signInByPassword(
  input: PasswordSignInInput,
  visitor: Visitor,
): Promise<PasswordSignIn> {
  const { email, password } = passwordSignInInput.parse(input);
  const emailFolded = foldEmail(email);
  if (visitor.network) await consumeRateLimit("accountsFromNetwork", visitor.network);
  await consumeRateLimit("passwordTries", emailFolded, { userMessage: "rate_limited_sign_in" });
  const user = await db().user.findUnique({ where: { emailFolded } });
  if (!(await verifyPassword(user?.passwordHash ?? null, password)) || !user) {
    // Written for unknown addresses too, without the address: the time it takes tells nothing.
    await noteFailure(user?.id);
    throw new AppError("unauthenticated", "wrong e-mail or password", { userMessage: "sign_in_wrong" });
  }
  if (user.suspendedAt) throw new AppError("forbidden", "suspended", { userMessage: "account_suspended" });
  await resetRateLimit("passwordTries", emailFolded);
  const { passwordHash } = user;
  if (!user.emailVerified && passwordHash) {
    const { sentAt } = await transaction((tx) => challenge(tx, { emailFolded, purpose: "verify_email" }));
    const ticket = ticketFor(user.id, passwordHash);
    return { kind: "unverified", sent: { email, purpose: "verify_email", sentAt, ticket } };
  }
  await transaction(async (tx) => {
    const locale = isLocale(user.locale) ? user.locale : "en";
    const workspaceId = await ensureWorkspace(tx, { ...user, locale });
    await recordAudit(tx, {
      viewer: { userId: user.id, workspaceId, via: "session" },
      action: "user.signed_in",
      resourceType: "user",
      resourceId: user.id,
      after: { by: "password" },
    });
  });
  return { kind: "signed_in", userId: user.id };
}

function noteFailure(userId: string | undefined): Promise<void> {
  return transaction((tx) =>
    recordAudit(tx, {
      viewer: null,
      action: "user.sign_in_failed",
      resourceType: "user",
      ...(userId ? { resourceId: userId } : {}),
      after: { by: "password" },
    }),
  );
}
