import { bossForWorking } from "@/lib/jobs/boss";
import type { JobDefinition } from "@/lib/jobs/define-job";
import { workJobs } from "@/lib/jobs/work-jobs";
import { env } from "@/lib/platform/env";
import { deliverJob } from "@/lib/sending/jobs/deliver";
import { sweepDispatches } from "@/lib/sending/sweep-dispatches";

// A worker process that knows nothing but delivering, for tests that kill it. It ends with its parent.
const boss = await bossForWorking(env().DATABASE_URL);
await workJobs(boss, [deliverJob as unknown as JobDefinition]);
setInterval(() => void sweepDispatches(), 1_000);
process.on("disconnect", () => process.exit(0));
process.send?.("ready");
