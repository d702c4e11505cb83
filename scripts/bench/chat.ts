import { convertToModelMessages, streamText } from "ai";
import { followGeneration } from "@/lib/composer/follow-generation";
import { generateJob } from "@/lib/composer/jobs/generate";
import { offlineModel } from "@/lib/composer/models/offline-model";
import { startTurn } from "@/lib/composer/start-turn";
import { openTurn } from "@/lib/composer/tools/turn";
import { bossForWorking, stopSending } from "@/lib/jobs/boss";
import type { JobDefinition } from "@/lib/jobs/define-job";
import { workJobs } from "@/lib/jobs/work-jobs";
import { disconnect } from "@/lib/platform/db";
import { env } from "@/lib/platform/env";
import { newId } from "@/lib/platform/ids";
import { stopListening } from "@/lib/realtime/subscribe";
import { givenThread } from "@/prisma/seed/newsletter";
import { givenWorkspace } from "@/prisma/seed/workspace";

/*
 * P10: how much later the first word arrives because it travels by database, job queue, worker and stream log, compared with the same model
 * asked directly. Needs DATABASE_URL with migrations applied; works its own jobs, so stop other workers for a clean figure.
 */
const rounds = Number(process.argv[2] ?? 40);
const { owner } = await givenWorkspace();
const boss = await bossForWorking(env().DATABASE_URL);
await workJobs(boss, [generateJob as unknown as JobDefinition]);

const direct: number[] = [];
const through: number[] = [];
for (let round = 0; round < rounds + 3; round += 1) {
  const directMs = await timeDirect();
  const throughMs = await timeThrough();
  // The first rounds warm the connections up.
  if (round < 3) continue;
  direct.push(directMs);
  through.push(throughMs);
}
const added = through.map((ms, index) => ms - (direct[index] ?? 0));
console.log(
  JSON.stringify({
    rounds,
    directMedianMs: quantile(direct, 0.5),
    throughMedianMs: quantile(through, 0.5),
    addedMedianMs: quantile(added, 0.5),
    addedP95Ms: quantile(added, 0.95),
  }),
);
await boss.stop({ graceful: false });
await stopSending();
await stopListening();
await disconnect();

async function timeDirect(): Promise<number> {
  const threadId = await givenThread(owner);
  const turn = openTurn(owner, { id: newId(), threadId });
  const { model } = offlineModel({ viewer: owner, turn }, { wordMs: 20, callMs: 20 });
  const startedMs = performance.now();
  const result = streamText({
    model,
    messages: await convertToModelMessages([
      { role: "user", parts: [{ type: "text", text: "who are you" }] },
    ]),
  });
  for await (const _ of result.textStream) return performance.now() - startedMs;
  return Number.NaN;
}

async function timeThrough(): Promise<number> {
  const threadId = await givenThread(owner);
  const startedMs = performance.now();
  const generation = await startTurn(owner, { threadId, messageId: newId(), text: "who are you" });
  let firstMs = Number.NaN;
  for await (const event of followGeneration(owner, { generationId: generation.id, after: 0 })) {
    const hasWords = event.type === "parts" && event.parts.some(({ part }) => part.type === "text-delta");
    if (hasWords && Number.isNaN(firstMs)) firstMs = performance.now() - startedMs;
  }
  return firstMs;
}

function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return Math.round((sorted[Math.floor((sorted.length - 1) * share)] ?? Number.NaN) * 10) / 10;
}
