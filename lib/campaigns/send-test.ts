import { assertCan } from "@/lib/accounts/permissions";
import type { Viewer } from "@/lib/accounts/viewer";
import type { NewsletterDocument } from "@/lib/content/document-schema";
import { getNewsletter } from "@/lib/newsletters/get-newsletter";
import { db, transaction } from "@/lib/platform/db";
import { foldEmail } from "@/lib/platform/email-address";
import { consumeRateLimit } from "@/lib/rate-limit/consume-rate-limit";
import { sendTestMessage } from "@/lib/sending/send-test-message";
import { type SendTestInput, sendTestInput } from "./campaign-schema";
import { readCampaign } from "./internal/read-campaign";
import { readingViewer } from "./internal/reading-viewer";
import { recordActivity } from "./internal/record-activity";

export type TestSent = { to: string[] };

/**
 * Mails the newsletter, as it would arrive, to at most five addresses at once; no recipient is recorded. Throws `rate_limited` for more than 30
 * addresses an hour that are not members of the workspace, `unavailable` when the mail server refuses, `not_found`.
 */
export async function sendTest(viewer: Viewer, input: SendTestInput): Promise<TestSent> {
  assertCan(viewer, "campaigns.write");
  const { campaignId, newsletterId, to } = sendTestInput.parse(input);
  const campaign = campaignId ? await readCampaign(viewer, campaignId) : null;
  const newsletter = await getNewsletter(readingViewer(viewer), campaign?.newsletterId ?? newsletterId ?? "");
  const addresses = [...new Map(to.map((address) => [foldEmail(address), address])).values()];
  const members = await findMembers(viewer.workspaceId, addresses);
  for (const address of addresses) {
    if (!members.has(foldEmail(address))) await consumeRateLimit("testMessages", viewer.workspaceId);
  }
  for (const address of addresses) {
    await sendOne(viewer, newsletter.document, campaign?.senderId ?? null, {
      to: address,
      name: members.get(foldEmail(address)) ?? null,
    });
  }
  if (campaign) {
    await transaction((tx) =>
      recordActivity(tx, viewer, {
        campaignId: campaign.id,
        kind: "tested",
        details: { people: addresses.length },
      }),
    );
  }
  return { to: addresses };
}

async function sendOne(
  viewer: Viewer,
  document: NewsletterDocument,
  senderId: string | null,
  person: { to: string; name: string | null },
): Promise<void> {
  const [firstName = "", ...rest] = (person.name ?? "").split(" ");
  await sendTestMessage(readingViewer(viewer), {
    document,
    ...(senderId ? { senderId } : {}),
    to: person.to,
    fields: { email: person.to, firstName, lastName: rest.join(" ") },
  });
}

/** Which of the addresses are the workspace's own people, with their names. */
async function findMembers(workspaceId: string, addresses: string[]): Promise<Map<string, string | null>> {
  const members = await db().member.findMany({
    where: { workspaceId },
    select: { userId: true },
  });
  const users = await db().user.findMany({
    where: {
      id: { in: members.map((member) => member.userId) },
      emailFolded: { in: addresses.map(foldEmail) },
    },
    select: { emailFolded: true, name: true },
  });
  return new Map(users.map((user) => [user.emailFolded, user.name]));
}
