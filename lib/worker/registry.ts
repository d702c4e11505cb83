import { sweepAccountsJob } from "@/lib/accounts/jobs/sweep-accounts";
import type { JobDefinition } from "@/lib/jobs/define-job";
import { systemMailJob } from "@/lib/mail/jobs/send-system-mail";

/** Every job that a worker runs. A job that is not here waits in its queue for ever. */
export const registry = [sweepAccountsJob, systemMailJob] as unknown as readonly JobDefinition[];
