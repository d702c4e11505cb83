import { isLocale } from "@/i18n/locales";
import { recordAudit } from "@/lib/audit/record-audit";
import { now } from "@/lib/platform/clock";
import { type Transaction, transaction } from "@/lib/platform/db";
import { foldEmail } from "@/lib/platform/email-address";
import { AppError } from "@/lib/platform/errors";
import { consumeRateLimit } from "@/lib/rate-limit/consume-rate-limit";
import { type CodeSignInInput, codeSignInInput } from "./account-schema";
import { ensureWorkspace } from "./internal/ensure-workspace";
import { isTicketFor } from "./internal/ticket";
import { spendCode, tryCode } from "./internal/try-code";
import type { Visitor } from "./visitor";

/**
 * Proves an address by its mailed code and returns whose it is; the first proof verifies the account and makes its workspace on
 * trial, in one transaction. Throws `invalid`, `code_wrong`, `expired` (also for the second of two uses), `forbidden` when
 * suspended.
 */
export async function signInByCode(input: CodeSignInInput, visitor: Visitor): Promise<{ userId: string }> {
  const { email, purpose, code, ticket } = codeSignInInput.parse(input);
  if (visitor.network) await consumeRateLimit("accountsFromNetwork", visitor.network);
  const emailFolded = foldEmail(email);
  const codeId = await tryCode(purpose, emailFolded, code);
  return transaction(async (tx) => {
    await spendCode(tx, codeId);
    const user = await tx.user.findUnique({ where: { emailFolded } });
    if (!user) throw new AppError("expired", "the account is gone", { userMessage: "code_expired" });
    if (user.suspendedAt) {
      throw new AppError("forbidden", "suspended", { userMessage: "account_suspended" });
    }
    const isFirst = user.emailVerified === null;
    if (isFirst) await verify(tx, user, ticket);
    const locale = isLocale(user.locale) ? user.locale : "en";
    const workspaceId = await ensureWorkspace(tx, { ...user, locale });
    await recordAudit(tx, {
      viewer: { userId: user.id, workspaceId, via: "session" },
      action: isFirst ? "user.signed_up" : "user.signed_in",
      resourceType: "user",
      resourceId: user.id,
      after: { by: "code" },
    });
    return { userId: user.id };
  });
}

async function verify(
  tx: Transaction,
  user: { id: string; passwordHash: string | null },
  ticket: string | undefined,
): Promise<void> {
  const isOwnPassword = isTicketFor(ticket, user.id, user.passwordHash);
  await tx.user.update({
    where: { id: user.id },
    data: { emailVerified: now(), ...(isOwnPassword ? {} : { passwordHash: null }) },
  });
}
