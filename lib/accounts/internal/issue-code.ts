import { codeMinutes } from "@/lib/mail/system-mail";
import { now } from "@/lib/platform/clock";
import type { Transaction } from "@/lib/platform/db";
import type { CodePurpose } from "@/lib/platform/generated/prisma/enums";
import { hashCode, hashOfNoCode, newCode, resendSeconds } from "../code-rules";

export type IssuedCode = { code: string; sentAt: Date; expiresAt: Date };

/**
 * Replaces the one live code of an address and purpose, with its tries counted anew; null while the last one is younger than a
 * minute. Without `isReal` a row stands there all the same, matched by no code, so that an address without an account behaves
 * like one that has one.
 */
export async function issueCode(
  tx: Transaction,
  input: { emailFolded: string; purpose: CodePurpose; isReal: boolean },
): Promise<IssuedCode | null> {
  const { emailFolded, purpose, isReal } = input;
  const sentAt = now();
  const code = newCode();
  const expiresAt = new Date(sentAt.getTime() + codeMinutes * 60_000);
  const codeHash = isReal ? hashCode(purpose, emailFolded, code) : hashOfNoCode();
  const replaceable = new Date(sentAt.getTime() - resendSeconds * 1000);
  const written = await tx.$executeRaw`
    INSERT INTO "VerificationCode" ("emailFolded", purpose, "codeHash", attempts, "expiresAt", "createdAt")
    VALUES (${emailFolded}, ${purpose}::"CodePurpose", ${codeHash}, 0, ${expiresAt}, ${sentAt})
    ON CONFLICT ("emailFolded", purpose) DO UPDATE
      SET id = uuidv7(), "codeHash" = EXCLUDED."codeHash", attempts = 0,
          "expiresAt" = EXCLUDED."expiresAt", "createdAt" = EXCLUDED."createdAt"
      WHERE "VerificationCode"."createdAt" <= ${replaceable}`;
  return written === 0 ? null : { code, sentAt, expiresAt };
}
