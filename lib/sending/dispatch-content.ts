import { z } from "zod";

/** What a Dispatch keeps of its content: enough to write every message again, byte for byte but for its date. */
export const dispatchContentSchema = z.object({
  document: z.unknown(),
  rendered: z.object({
    subject: z.string(),
    html: z.string(),
    text: z.string(),
    mergeTags: z.array(z.object({ field: z.string(), fallback: z.string() })),
  }),
  sender: z.object({ fromName: z.string(), fromEmail: z.string(), replyTo: z.string().nullable() }),
  postalAddress: z.string(),
  workspaceName: z.string(),
  retryDelaysSeconds: z.array(z.number().int().min(0)),
});

export type DispatchContent = z.infer<typeof dispatchContentSchema>;

/** Waits before the second, third, … try of a message that was deferred; after the last one it is rejected. */
export const defaultRetryDelaysSeconds = [30, 120, 600, 3_600];
