import { db } from "@/lib/platform/db";
import { type CompiledMessage, compileMessage } from "../compile-message";
import { dispatchContentSchema } from "../dispatch-content";

export type LoadedMessage = { message: CompiledMessage; retryDelaysSeconds: number[] };

const most = 8;
const known = new Map<string, Promise<LoadedMessage>>();

/** The compiled message of a Dispatch; its content never changes, so a process compiles it once. */
export function loadMessage(dispatchId: string): Promise<LoadedMessage> {
  const before = known.get(dispatchId);
  if (before) return before;
  const loading = compile(dispatchId).catch((error: unknown) => {
    known.delete(dispatchId);
    throw error;
  });
  known.set(dispatchId, loading);
  const oldest = known.keys().next().value;
  if (known.size > most && oldest !== undefined) known.delete(oldest);
  return loading;
}

async function compile(dispatchId: string): Promise<LoadedMessage> {
  const row = await db().dispatch.findUniqueOrThrow({
    where: { id: dispatchId },
    select: { content: true, workspaceId: true },
  });
  const { rendered, sender, retryDelaysSeconds } = dispatchContentSchema.parse(row.content);
  return { message: compileMessage(rendered, sender, row.workspaceId), retryDelaysSeconds };
}
