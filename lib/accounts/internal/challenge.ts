import { isLocale } from "@/i18n/locales";
import { sendSystemMail } from "@/lib/mail/send-system-mail";
import type { SystemMail } from "@/lib/mail/system-mail";
import type { Transaction } from "@/lib/platform/db";
import { consumeRateLimit } from "@/lib/rate-limit/consume-rate-limit";
import type { Visitor } from "../visitor";
import { issueCode } from "./issue-code";

export type Challenge = { emailFolded: string; purpose: "verify_email" | "sign_in" };

/** Throws `rate_limited` when too much was asked for this address or from this network. */
export async function assertMayAsk(emailFolded: string, visitor: Visitor): Promise<void> {
  if (visitor.network) await consumeRateLimit("accountsFromNetwork", visitor.network);
  await consumeRateLimit("codesToAddress", emailFolded);
}

/**
 * Mails what an address needs to go on: a code, or "you already have an account" when it is to be verified and is. What
 * comes back never depends on which: when it was sent, and whether just now (a code younger than a minute stays).
 */
export async function challenge(
  tx: Transaction,
  { emailFolded, purpose }: Challenge,
): Promise<{ sentAt: Date; isNew: boolean }> {
  const owner = await tx.user.findUnique({
    where: { emailFolded },
    select: { email: true, locale: true, emailVerified: true },
  });
  const isReal = owner !== null && (purpose === "sign_in" || owner.emailVerified === null);
  const issued = await issueCode(tx, { emailFolded, purpose, isReal });
  if (!issued) {
    const row = await tx.verificationCode.findUniqueOrThrow({
      where: { emailFolded_purpose: { emailFolded, purpose } },
    });
    return { sentAt: row.createdAt, isNew: false };
  }
  await sendSystemMail(tx, owner && mailFor(owner, purpose, isReal ? issued.code : null), {
    notAfter: issued.expiresAt,
  });
  return { sentAt: issued.sentAt, isNew: true };
}

function mailFor(
  owner: { email: string; locale: string },
  purpose: Challenge["purpose"],
  code: string | null,
): SystemMail {
  const to = { to: owner.email, locale: isLocale(owner.locale) ? owner.locale : "en" } as const;
  if (code === null) return { template: "already_registered", ...to };
  return { template: purpose === "sign_in" ? "sign_in_code" : "verify_code", code, ...to };
}
