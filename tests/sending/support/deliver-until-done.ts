import { db } from "@/lib/platform/db";
import { deliverSlice } from "@/lib/sending/deliver-slice";

/** Works a Dispatch in this process, turn after turn, until nothing pends. Retries must be due at once. */
export async function deliverUntilDone(dispatchId: string): Promise<void> {
  for (let turn = 0; turn < 200; turn += 1) {
    await deliverSlice(dispatchId);
    const { finishedAt } = await db().dispatch.findUniqueOrThrow({ where: { id: dispatchId } });
    if (finishedAt) return;
  }
  throw new Error("the dispatch never ends");
}
