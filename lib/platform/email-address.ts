import { z } from "zod";

/** RFC 5321 limits; the syntax is Zod's. Trimmed, otherwise as typed. */
export const emailSchema = z.string().trim().max(254).pipe(z.email());

/**
 * The form by which two addresses are the same: NFKC-normalised, lower case in both parts. Dots and plus tags stay:
 * only a provider knows whether they matter.
 */
export function foldEmail(email: string): string {
  return email.trim().normalize("NFKC").toLowerCase();
}
