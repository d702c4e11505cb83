import { sweepAccountsJob } from "@/lib/accounts/jobs/sweep-accounts";
import { alignCampaignJob } from "@/lib/campaigns/jobs/align-campaign";
import { settleCampaignJob } from "@/lib/campaigns/jobs/settle-campaign";
import { startCampaignJob } from "@/lib/campaigns/jobs/start-campaign";
import { generateJob } from "@/lib/composer/jobs/generate";
import { importContactsJob } from "@/lib/contacts/jobs/import-contacts";
import type { JobDefinition } from "@/lib/jobs/define-job";
import { systemMailJob } from "@/lib/mail/jobs/send-system-mail";
import { deliverJob } from "@/lib/sending/jobs/deliver";

/** Every job that a worker runs. A job that is not here waits in its queue for ever. */
export const registry = [
  sweepAccountsJob,
  systemMailJob,
  importContactsJob,
  generateJob,
  startCampaignJob,
  deliverJob,
  settleCampaignJob,
  alignCampaignJob,
] as unknown as readonly JobDefinition[];
