import { z } from "zod";
import { defineJob } from "@/lib/jobs/define-job";
import { generateAnswer } from "../generate-answer";

/** Makes one answer. Not tried again by itself: what a half-made answer did cannot be undone unseen, so the person decides. */
export const generateJob = defineJob({
  name: "composer.generate",
  payload: z.object({ generationId: z.uuid() }),
  retry: { limit: 1, delaySeconds: 1 },
  expireSeconds: 600,
  heartbeatSeconds: 15,
  concurrency: 8,
  run: async ({ generationId }, { signal }) => {
    await generateAnswer(generationId, { signal });
  },
});
