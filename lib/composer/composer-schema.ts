import type { UIMessage } from "ai";
import { z } from "zod";
import { messageLimit } from "./message-limit";
import type { WorkflowStep } from "./workflow-rules";

/** Postgres keeps no NUL, and lone surrogates are no text. */
const spoken = z
  .string()
  .transform((text) => text.toWellFormed().replaceAll("\u0000", "").trim())
  .pipe(z.string().min(1, "required").max(messageLimit, "too_long"));

export const startTurnInput = z.object({
  threadId: z.uuid(),
  /** Made by the client, so that a repeated request is recognised. */
  messageId: z.uuid(),
  text: spoken,
  /** An earlier message of the person: it and all that followed is replaced by this one. */
  replaces: z.uuid().optional(),
});
export type StartTurnInput = z.input<typeof startTurnInput>;

export const threadTitleInput = z.object({
  threadId: z.uuid(),
  title: z.string().trim().min(1, "required").max(120, "too_long"),
});
export const threadIdInput = z.object({ threadId: z.uuid() });

export const audienceSchema = z
  .object({
    all: z.literal(true).optional(),
    lists: z.array(z.uuid()).max(100).optional(),
    segments: z.array(z.uuid()).max(100).optional(),
  })
  .refine((value) => value.all || value.lists?.length || value.segments?.length, "required");
export type Audience = z.infer<typeof audienceSchema>;

export type MessageMetadata = {
  provider?: string;
  model?: string;
  generationId?: string;
  outcome?: "completed" | "stopped" | "failed";
  /** Key of messages/<locale>/chat.json when it failed. */
  fault?: string;
};
export type ChatMessage = UIMessage<MessageMetadata>;

export type GenerationView = {
  id: string;
  answerId: string;
  status: "queued" | "running" | "completed" | "stopped" | "failed";
  fault: string | null;
};

export type ThreadListItem = {
  id: string;
  title: string;
  step: WorkflowStep;
  updatedAt: Date;
  isWriting: boolean;
};

export type ThreadView = {
  id: string;
  title: string;
  step: WorkflowStep;
  newsletterId: string | null;
  campaignId: string | null;
  audience: Audience | null;
  messages: ChatMessage[];
  /** The answer in the making, or the last one made. */
  generation: GenerationView | null;
  updatedAt: Date;
};
