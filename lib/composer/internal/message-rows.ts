import { z } from "zod";
import { db } from "@/lib/platform/db";
import type { ChatMessage, MessageMetadata } from "../composer-schema";

const storedParts = z.array(z.looseObject({ type: z.string() }));

/** What was said in a thread, oldest first. */
export async function readMessages(threadId: string): Promise<ChatMessage[]> {
  const rows = await db().message.findMany({ where: { threadId }, orderBy: { position: "asc" } });
  return rows.map((row) => ({
    id: row.id,
    role: row.role,
    // Written by ourselves from the AI SDK's own types; the shape is checked only as far as a list of typed parts.
    parts: storedParts.parse(row.parts) as unknown as ChatMessage["parts"],
    ...(row.metadata ? { metadata: row.metadata as MessageMetadata } : {}),
  }));
}
