import { equalInConstantTime, sign } from "@/lib/platform/crypto";

/**
 * Names the browser that chose an unverified account's password. Whoever proves the address without it keeps the account but
 * not that password: else a stranger could sign up with someone's address, wait for them to confirm it, and walk in.
 */
export function ticketFor(userId: string, passwordHash: string): string {
  return sign("sign-up-ticket", `${userId}\n${passwordHash}`);
}

export function isTicketFor(
  ticket: string | undefined,
  userId: string,
  passwordHash: string | null,
): boolean {
  return (
    ticket !== undefined &&
    passwordHash !== null &&
    equalInConstantTime(ticket, ticketFor(userId, passwordHash))
  );
}
