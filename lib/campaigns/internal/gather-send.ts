import type { Viewer } from "@/lib/accounts/viewer";
import { countAudience } from "@/lib/contacts/count-audience";
import type { NewsletterDocument } from "@/lib/content/document-schema";
import { getNewsletter } from "@/lib/newsletters/get-newsletter";
import { sha256 } from "@/lib/platform/crypto";
import { db } from "@/lib/platform/db";
import { isAppError } from "@/lib/platform/errors";
import { hashContent } from "@/lib/sending/content-hash";
import { ensureDefaultSender } from "@/lib/sending/ensure-default-sender";
import { getSender } from "@/lib/sending/get-sender";
import type { SenderView } from "@/lib/sending/sender-view";
import { type AudienceCount, audienceSchema, type CampaignAudience } from "../campaign-schema";
import type { CampaignRow } from "./read-campaign";
import { readingViewer } from "./reading-viewer";

/** Everything that a send would use if it began now. */
export type GatheredSend = {
  document: NewsletterDocument;
  audience: CampaignAudience;
  count: AudienceCount;
  /** A list of it was removed since it was chosen. */
  isAudienceGone: boolean;
  /** Null when the chosen Sender is gone. */
  sender: SenderView | null;
  postalAddress: string | null;
  workspaceName: string;
  /** Over document, audience, Sender and postal address: what the Dispatch is started with. */
  settingsHash: string | null;
  /** Over that and how many people it reaches: what a person confirms. */
  contentHash: string;
};

/** Reads what the campaign stands for at this moment. Throws `not_found` when its newsletter is gone. */
export async function gatherSend(asker: Viewer, campaign: CampaignRow): Promise<GatheredSend> {
  const viewer = readingViewer(asker);
  const audience = audienceSchema.parse(campaign.audience);
  const [newsletter, count, sender, workspace] = await Promise.all([
    getNewsletter(viewer, campaign.newsletterId),
    countChosen(viewer, audience),
    findChosenSender(viewer, campaign.senderId),
    db().workspace.findUniqueOrThrow({
      where: { id: viewer.workspaceId },
      select: { name: true, postalAddress: true },
    }),
  ]);
  const postalAddress = workspace.postalAddress?.trim() || null;
  const settingsHash =
    sender && postalAddress
      ? hashContent({ document: newsletter.document, audience, sender, postalAddress })
      : null;
  return {
    document: newsletter.document,
    audience,
    count: count ?? nobody,
    isAudienceGone: count === null,
    sender,
    postalAddress,
    workspaceName: workspace.name,
    settingsHash,
    contentHash: sha256(`${settingsHash ?? "incomplete"}\n${count?.sendable ?? 0}`),
  };
}

export function isChosen(audience: CampaignAudience): boolean {
  return audience.all === true || (audience.lists?.length ?? 0) > 0 || (audience.segments?.length ?? 0) > 0;
}

/** Null when a list of it was removed. */
export async function countChosen(viewer: Viewer, audience: CampaignAudience): Promise<AudienceCount | null> {
  if (!isChosen(audience)) return nobody;
  try {
    return await countAudience(viewer, audience);
  } catch (error) {
    if (isAppError(error, "not_found")) return null;
    throw error;
  }
}

const nobody: AudienceCount = { total: 0, sendable: 0, excluded: [] };

async function findChosenSender(viewer: Viewer, senderId: string | null): Promise<SenderView | null> {
  if (!senderId) return ensureDefaultSender(viewer);
  try {
    return await getSender(viewer, senderId);
  } catch (error) {
    if (isAppError(error, "not_found")) return null;
    throw error;
  }
}
