import { z } from "zod";
import { now } from "@/lib/platform/clock";
import { isUniqueViolation, type Transaction, transaction } from "@/lib/platform/db";
import { foldEmail } from "@/lib/platform/email-address";
import { AppError } from "@/lib/platform/errors";
import { emailField } from "./account-schema";
import { hashPassword } from "./password";
import { passwordFault } from "./password-rules";

const newUserInput = z.object({
  email: emailField(),
  /** Left out: the person signs in by mailed code. */
  password: z.string().optional(),
  name: z.string().trim().max(80, "too_long").optional(),
  locale: z.enum(["en", "pt"]).default("en"),
  timeZone: z.string().default("UTC"),
});

export type NewUserInput = z.input<typeof newUserInput>;
export type UserView = { id: string; email: string };

/**
 * Makes a person whose address the operator vouches for. Their workspace is made when they first sign in. Throws `conflict`
 * for a known address, `invalid`.
 */
export async function createUserByOperator(input: NewUserInput): Promise<UserView> {
  const passwordHash = await checkedHash(input);
  return transaction((tx) => insertUser(tx, input, passwordHash));
}

/** Within a transaction, without a password. Throws `conflict` for a known address. */
export async function insertUser(
  tx: Transaction,
  input: NewUserInput,
  passwordHash: string | null,
): Promise<UserView> {
  const { email, name, locale, timeZone } = newUserInput.parse(input);
  try {
    const user = await tx.user.create({
      data: {
        email,
        emailFolded: foldEmail(email),
        emailVerified: now(),
        name: name || null,
        locale,
        timeZone,
        passwordHash,
      },
    });
    return { id: user.id, email: user.email };
  } catch (error) {
    if (isUniqueViolation(error)) throw new AppError("conflict", `there is already a user ${email}`);
    throw error;
  }
}

async function checkedHash({ email, password }: NewUserInput): Promise<string | null> {
  if (password === undefined) return null;
  const fault = passwordFault(password, email);
  if (fault) throw new AppError("invalid", `password: ${fault}`, { fields: { password: fault } });
  return hashPassword(password);
}
