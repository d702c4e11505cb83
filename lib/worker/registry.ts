import { sweepAccountsJob } from "@/lib/accounts/jobs/sweep-accounts";
import { generateJob } from "@/lib/composer/jobs/generate";
import type { JobDefinition } from "@/lib/jobs/define-job";
import { systemMailJob } from "@/lib/mail/jobs/send-system-mail";
import { deliverJob } from "@/lib/sending/jobs/deliver";

/** Every job that a worker runs. A job that is not here waits in its queue for ever. */
export const registry = [
  sweepAccountsJob,
  systemMailJob,
  generateJob,
  deliverJob,
] as unknown as readonly JobDefinition[];
