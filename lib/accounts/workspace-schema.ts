import { z } from "zod";

export const changeWorkspaceInput = z.object({
  name: z.string({ error: "required" }).trim().min(1, "required").max(80, "too_long"),
  /** Several lines, as on an envelope; empty takes it away. */
  postalAddress: z
    .string()
    .transform((text) =>
      text
        .split(/\r?\n/)
        .map((line) => line.trim())
        .filter(Boolean)
        .join("\n"),
    )
    .pipe(z.string().max(300, "too_long"))
    .transform((text) => text || null),
});

export type ChangeWorkspaceInput = z.input<typeof changeWorkspaceInput>;
