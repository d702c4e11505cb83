import { z } from "zod";
import { type Scope, scopes } from "./permissions";

const scopeSchema = z.enum(scopes as [Scope, ...Scope[]]);

export const createApiKeyInput = z.object({
  name: z.string().trim().min(1, "required").max(80, "too_long"),
  /** Left out: all of them. */
  scopes: z.array(scopeSchema).min(1, "scopes_required").default(scopes),
  expiresAt: z.coerce.date().optional(),
});

export type CreateApiKeyInput = z.input<typeof createApiKeyInput>;
