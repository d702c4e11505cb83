import { now } from "@/lib/platform/clock";
import { equalInConstantTime } from "@/lib/platform/crypto";
import { db, type Transaction } from "@/lib/platform/db";
import { AppError } from "@/lib/platform/errors";
import type { CodePurpose } from "@/lib/platform/generated/prisma/enums";
import { codeTries, hashCode } from "../code-rules";

type Tried = { id: string; codeHash: string; attempts: number };

/**
 * Counts one try, atomically and before it looks at the code, so that parallel guesses share the same five. Returns the id of
 * the matching code. Throws `code_wrong`, or `expired` (`code_used_up` from the sixth try on, right or wrong).
 */
export async function tryCode(purpose: CodePurpose, emailFolded: string, code: string): Promise<string> {
  const [tried] = await db().$queryRaw<Tried[]>`
    UPDATE "VerificationCode" SET attempts = attempts + 1
     WHERE "emailFolded" = ${emailFolded} AND purpose = ${purpose}::"CodePurpose"
       AND attempts < ${codeTries} AND "expiresAt" > ${now()}
    RETURNING id, "codeHash", attempts`;
  if (!tried) throw await noTryLeft(purpose, emailFolded);
  if (equalInConstantTime(tried.codeHash, hashCode(purpose, emailFolded, code))) return tried.id;
  const left = codeTries - tried.attempts;
  throw new AppError("code_wrong", "wrong code", {
    userMessage: left === 0 ? "code_used_up" : "code_wrong",
    fields: { code: left === 0 ? "code_used_up" : "code_wrong" },
  });
}

/** Spends the code in the transaction of what it opens: of two that hold it, one wins and the other gets `expired`. */
export async function spendCode(tx: Transaction, codeId: string): Promise<void> {
  const { count } = await tx.verificationCode.deleteMany({ where: { id: codeId } });
  if (count === 0) throw expired("code_expired");
}

async function noTryLeft(purpose: CodePurpose, emailFolded: string): Promise<AppError> {
  const row = await db().verificationCode.findUnique({
    where: { emailFolded_purpose: { emailFolded, purpose } },
  });
  return expired(row && row.expiresAt > now() ? "code_used_up" : "code_expired");
}

function expired(userMessage: "code_used_up" | "code_expired"): AppError {
  return new AppError("expired", "no live code", { userMessage, fields: { code: userMessage } });
}
