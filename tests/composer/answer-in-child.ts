import { generateAnswer } from "@/lib/composer/generate-answer";
import { offlineModel } from "@/lib/composer/models/offline-model";
import { disconnect } from "@/lib/platform/db";

/* A worker of its own, for tests that stop or kill one: makes the answer named on the command line, slowly. */
const [generationId = "", wordMs = "40"] = process.argv.slice(2);
await generateAnswer(generationId, {
  chooseModel: async (call) => offlineModel(call, { wordMs: Number(wordMs), callMs: Number(wordMs) }),
});
await disconnect();
