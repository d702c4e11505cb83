import { now } from "@/lib/platform/clock";
import { transaction } from "@/lib/platform/db";
import { foldEmail } from "@/lib/platform/email-address";
import { AppError } from "@/lib/platform/errors";
import { codeRequestInput } from "./account-schema";
import { resendSeconds } from "./code-rules";
import { assertMayAsk, challenge } from "./internal/challenge";
import type { Visitor } from "./visitor";

export type CodeSentView = {
  /** As typed: the page shows it. */
  email: string;
  purpose: "verify_email" | "sign_in";
  sentAt: Date;
};

/**
 * Mails a code to sign in with, when the address has an account; the answer does not say whether. A code younger than a
 * minute stays the live one. Throws `invalid`, `rate_limited`.
 */
export async function sendSignInCode(input: { email: string }, visitor: Visitor): Promise<CodeSentView> {
  const { email } = codeRequestInput.parse(input);
  const { sentAt } = await send({ email, purpose: "sign_in" }, visitor);
  return { email, purpose: "sign_in", sentAt };
}

/** Mails a new code in place of the last one. Throws `rate_limited` (`code_too_soon`) within a minute of it. */
export async function resendCode(
  input: { email: string; purpose: CodeSentView["purpose"] },
  visitor: Visitor,
): Promise<CodeSentView> {
  const { email } = codeRequestInput.parse(input);
  const { sentAt, isNew } = await send({ email, purpose: input.purpose }, visitor);
  if (!isNew) {
    const passedSeconds = (now().getTime() - sentAt.getTime()) / 1000;
    const seconds = Math.max(1, Math.ceil(resendSeconds - passedSeconds));
    throw new AppError("rate_limited", "a code was sent less than a minute ago", {
      userMessage: "code_too_soon",
      values: { seconds },
      retryAfterSeconds: seconds,
    });
  }
  return { email, purpose: input.purpose, sentAt };
}

async function send(what: { email: string; purpose: CodeSentView["purpose"] }, visitor: Visitor) {
  const emailFolded = foldEmail(what.email);
  await assertMayAsk(emailFolded, visitor);
  return transaction((tx) => challenge(tx, { emailFolded, purpose: what.purpose }));
}
