import { z } from "zod";
import { emailSchema } from "@/lib/platform/email-address";
import { passwordFault } from "./password-rules";

export const signUpInput = z
  .object({ email: emailField(), password: z.string({ error: "required" }).min(1, "required") })
  .superRefine(({ email, password }, context) => {
    const fault = passwordFault(password, email);
    if (fault) context.addIssue({ code: "custom", path: ["password"], message: fault });
  });

export const passwordSignInInput = z.object({
  email: emailField(),
  password: z.string({ error: "required" }).min(1, "required").max(1000, "too_long"),
});

export const codeRequestInput = z.object({ email: emailField() });

export const codePurposeSchema = z.enum(["verify_email", "sign_in"]);

export const codeSignInInput = z.object({
  email: emailField(),
  purpose: codePurposeSchema,
  /** Spaces and dashes that a mail program or a person put in are dropped. */
  code: z
    .string({ error: "required" })
    .transform((code) => code.replace(/[\s-]/g, ""))
    .pipe(z.string().regex(/^\d{6}$/, "code_format")),
  /** Proves that the browser is the one that chose the account's password. */
  ticket: z.string().optional(),
});

export type SignUpInput = z.input<typeof signUpInput>;
export type PasswordSignInInput = z.input<typeof passwordSignInInput>;
export type CodeSignInInput = z.input<typeof codeSignInInput>;

export function emailField() {
  return (
    z
      .string({ error: "required" })
      .trim()
      // Full-width letters and other compatibility forms are what a keyboard made of the same address.
      .normalize("NFKC")
      .min(1, "required")
      .refine((value) => value === "" || emailSchema.safeParse(value).success, "email_invalid")
  );
}
