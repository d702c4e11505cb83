import { sweepAccountsJob } from "@/lib/accounts/jobs/sweep-accounts";
import { alignCampaignJob } from "@/lib/campaigns/jobs/align-campaign";
import { settleCampaignJob } from "@/lib/campaigns/jobs/settle-campaign";
import { startCampaignJob } from "@/lib/campaigns/jobs/start-campaign";
import { generateJob } from "@/lib/composer/jobs/generate";
import { importContactsJob } from "@/lib/contacts/jobs/import-contacts";
import type { JobDefinition } from "@/lib/jobs/define-job";
import { systemMailJob } from "@/lib/mail/jobs/send-system-mail";
import { env } from "@/lib/platform/env";
import { parseFeatures } from "@/lib/platform/features";
import { deliverJob } from "@/lib/sending/jobs/deliver";

/** Every job there is. A job that is not here waits in its queue for ever. */
const registry = [
  sweepAccountsJob,
  systemMailJob,
  importContactsJob,
  generateJob,
  startCampaignJob,
  deliverJob,
  settleCampaignJob,
  alignCampaignJob,
] as unknown as readonly JobDefinition[];

/** The jobs of this build (GALLEY_FEATURES): a part that was left out has none. */
export function registeredJobs(features = parseFeatures(env().GALLEY_FEATURES)): readonly JobDefinition[] {
  return registry.filter((job) => features.chat || job.name !== generateJob.name);
}
