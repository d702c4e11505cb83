import { createHmac, randomInt } from "node:crypto";
import { purposeKey, randomToken } from "@/lib/platform/crypto";
import type { CodePurpose } from "@/lib/platform/generated/prisma/enums";

export const codeTries = 5;
export const resendSeconds = 60;

/** Six digits from the system's CSPRNG, leading zeros included. */
export function newCode(): string {
  return randomInt(0, 1_000_000).toString().padStart(6, "0");
}

/** Keyed, since a million plain hashes are tried in a moment; bound to address and purpose, so that a row cannot be moved. */
export function hashCode(purpose: CodePurpose, emailFolded: string, code: string): string {
  return createHmac("sha256", purposeKey("code")).update(`${purpose}\n${emailFolded}\n${code}`).digest("hex");
}

/** Stands where a code would, when none was mailed: no six digits match it. */
export function hashOfNoCode(): string {
  return createHmac("sha256", purposeKey("code")).update(randomToken()).digest("hex");
}
