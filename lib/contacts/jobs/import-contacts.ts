import { z } from "zod";
import { defineJob } from "@/lib/jobs/define-job";
import { runImport } from "../run-import";

const retryLimit = 8;

/** Imports in slices: each goes on where the last committed row ended, whoever ran it. */
export const importContactsJob = defineJob({
  name: "contacts.import",
  payload: z.object({ importId: z.uuid() }),
  retry: { limit: retryLimit, delaySeconds: 2 },
  expireSeconds: 120,
  heartbeatSeconds: 10,
  run: ({ importId }, { signal, attempt }) =>
    runImport(importId, { signal, isLastAttempt: attempt > retryLimit }),
});
