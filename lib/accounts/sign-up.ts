import { randomToken } from "@/lib/platform/crypto";
import { type Transaction, transaction } from "@/lib/platform/db";
import { foldEmail } from "@/lib/platform/email-address";
import { type SignUpInput, signUpInput } from "./account-schema";
import { assertMayAsk, challenge } from "./internal/challenge";
import { ticketFor } from "./internal/ticket";
import { hashPassword } from "./password";
import type { CodeSentView } from "./send-code";
import type { Visitor } from "./visitor";

/**
 * Registers an address with a password, unverified, and mails its code. For an address that has a verified account the answer
 * is the same in shape and work, nothing changes, and its owner is told by mail. Signing up again before the code was typed
 * replaces the password. Throws `invalid`, `rate_limited`.
 */
export async function signUp(
  input: SignUpInput,
  visitor: Visitor,
): Promise<CodeSentView & { ticket: string }> {
  const { email, password } = signUpInput.parse(input);
  const emailFolded = foldEmail(email);
  await assertMayAsk(emailFolded, visitor);
  const passwordHash = await hashPassword(password);
  return transaction(async (tx) => {
    const userId = await registerUnverified(tx, { email, emailFolded, passwordHash }, visitor);
    const { sentAt } = await challenge(tx, { emailFolded, purpose: "verify_email" });
    const ticket = userId ? ticketFor(userId, passwordHash) : randomToken();
    return { email, purpose: "verify_email", sentAt, ticket };
  });
}

/** Null when the address belongs to a verified account. */
async function registerUnverified(
  tx: Transaction,
  account: { email: string; emailFolded: string; passwordHash: string },
  { locale, timeZone }: Visitor,
): Promise<string | null> {
  const [row] = await tx.$queryRaw<{ id: string }[]>`
    INSERT INTO "User" (email, "emailFolded", "passwordHash", locale, "timeZone", "updatedAt")
    VALUES (${account.email}, ${account.emailFolded}, ${account.passwordHash}, ${locale}, ${timeZone}, now())
    ON CONFLICT ("emailFolded") DO UPDATE
      SET "passwordHash" = EXCLUDED."passwordHash", locale = EXCLUDED.locale,
          "timeZone" = EXCLUDED."timeZone", "updatedAt" = now()
      WHERE "User"."emailVerified" IS NULL AND "User"."suspendedAt" IS NULL
    RETURNING id`;
  return row?.id ?? null;
}
