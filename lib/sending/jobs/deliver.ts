import { z } from "zod";
import { defineJob } from "@/lib/jobs/define-job";
import { deliverSlice } from "../deliver-slice";

/** Drives one Dispatch for a turn of two seconds, then queues again behind the others. */
export const deliverJob = defineJob({
  name: "sending.deliver",
  payload: z.object({ dispatchId: z.uuid() }),
  // Losing a turn costs nothing: the sweep drives what stands still.
  retry: { limit: 2, delaySeconds: 2 },
  expireSeconds: 120,
  heartbeatSeconds: 10,
  concurrency: 2,
  run: ({ dispatchId }, { signal }) => deliverSlice(dispatchId, { signal }),
});
