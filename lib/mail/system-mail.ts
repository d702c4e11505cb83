import { z } from "zod";

/** How long a mailed code lives: the mail says it, and lib/accounts holds the code to it. */
export const codeMinutes = 10;

/** Every mail that Galley itself writes, with what its template needs. Codes and addresses travel sealed. */
export const systemMailSchema = z.discriminatedUnion("template", [
  z.object({
    template: z.literal("verify_code"),
    to: z.string(),
    locale: z.enum(["en", "pt"]),
    code: z.string(),
  }),
  z.object({
    template: z.literal("sign_in_code"),
    to: z.string(),
    locale: z.enum(["en", "pt"]),
    code: z.string(),
  }),
  z.object({ template: z.literal("already_registered"), to: z.string(), locale: z.enum(["en", "pt"]) }),
]);

export type SystemMail = z.infer<typeof systemMailSchema>;
