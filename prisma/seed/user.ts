import { hashPassword } from "@/lib/accounts/password";
import { db } from "@/lib/platform/db";
import { foldEmail } from "@/lib/platform/email-address";
import { newId } from "@/lib/platform/ids";

export type GivenUser = { id: string; email: string; emailFolded: string };

type UserWishes = {
  email?: string;
  /** Left out: no password, which saves a test the hashing. */
  password?: string;
  isVerified?: boolean;
  name?: string;
  locale?: "en" | "pt";
  timeZone?: string;
};

export async function givenUser(wishes: UserWishes = {}): Promise<GivenUser> {
  const email = wishes.email ?? `person-${newId().slice(-12)}@example.com`;
  const isVerified = wishes.isVerified ?? true;
  const user = await db().user.create({
    data: {
      email,
      emailFolded: foldEmail(email),
      name: wishes.name ?? null,
      locale: wishes.locale ?? "en",
      timeZone: wishes.timeZone ?? "UTC",
      emailVerified: isVerified ? new Date() : null,
      passwordHash: wishes.password === undefined ? null : await hashPassword(wishes.password),
    },
  });
  return { id: user.id, email: user.email, emailFolded: user.emailFolded };
}
