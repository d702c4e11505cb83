import type { Viewer } from "@/lib/accounts/viewer";
import type { CampaignAudience, CampaignView } from "@/lib/campaigns/campaign-schema";
import { createCampaign } from "@/lib/campaigns/create-campaign";
import { alignCampaignJob } from "@/lib/campaigns/jobs/align-campaign";
import { settleCampaignJob } from "@/lib/campaigns/jobs/settle-campaign";
import { startCampaignJob } from "@/lib/campaigns/jobs/start-campaign";
import type { NewsletterDocument } from "@/lib/content/document-schema";
import { documentFromMarkdown } from "@/lib/content/markdown";
import type { JobDefinition } from "@/lib/jobs/define-job";
import { createNewsletter } from "@/lib/newsletters/create-newsletter";
import { pool } from "@/lib/platform/db";
import { givenPeople } from "./dispatch";
import { givenSender } from "./sender";

export type GivenCampaign = { campaign: CampaignView; newsletterId: string; newsletterVersion: number };

type CampaignWishes = {
  people?: number;
  audience?: CampaignAudience;
  document?: NewsletterDocument;
  name?: string;
};

/** A newsletter that the check before sending has nothing against, links that need no network included. */
export function soundDocument(): NewsletterDocument {
  return documentFromMarkdown(
    "# The autumn workshop\n\nDear {{firstName|reader}},\n\nwe meet on the quay at nine. Write to <mailto:quay@harbour.example> to come along.",
    { subject: "The autumn workshop", preheader: "Nine o'clock, on the quay" },
  );
}

/** A draft that is ready to be sent to everyone in the workspace. */
export async function givenCampaign(owner: Viewer, wishes: CampaignWishes = {}): Promise<GivenCampaign> {
  const stamp = `${Date.now()}${Math.random()}`.replace(/\D/g, "");
  await givenPeople(
    owner.workspaceId,
    Array.from({ length: wishes.people ?? 3 }, (_, n) => ({ email: `p${n}.${stamp}@example.com` })),
  );
  const sender = await givenSender(owner.workspaceId);
  const newsletter = await createNewsletter(owner, { document: wishes.document ?? soundDocument() });
  const campaign = await createCampaign(owner, {
    newsletterId: newsletter.id,
    senderId: sender.id,
    audience: wishes.audience ?? { all: true },
    ...(wishes.name ? { name: wishes.name } : {}),
  });
  return { campaign, newsletterId: newsletter.id, newsletterVersion: newsletter.version };
}

const campaignJobs = [startCampaignJob, settleCampaignJob, alignCampaignJob] as unknown as JobDefinition[];

/** Runs the campaign jobs that wait, as a worker would; returns the names of those it ran. */
export async function runCampaignJobs(): Promise<string[]> {
  const { rows } = await pool().query<{ id: string; name: string; data: { payload: unknown } }>(
    `UPDATE pgboss.job SET state = 'completed', completed_on = now()
      WHERE name = ANY($1) AND state IN ('created', 'retry') AND start_after <= now()
      RETURNING id, name, data`,
    [campaignJobs.map((job) => job.name)],
  );
  for (const row of rows) {
    const job = campaignJobs.find((candidate) => candidate.name === row.name);
    const payload = job?.payload.parse(row.data.payload);
    await job?.run(payload as never, { jobId: row.id, attempt: 1, signal: new AbortController().signal });
  }
  return rows.map((row) => row.name);
}
