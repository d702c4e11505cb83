import { assertCan } from "@/lib/accounts/permissions";
import type { Viewer } from "@/lib/accounts/viewer";
import type { Audience } from "@/lib/contacts/audience-schema";
import { audienceSql } from "@/lib/contacts/audience-sql";
import { assertAudience } from "@/lib/contacts/count-audience";
import type { NewsletterDocument } from "@/lib/content/document-schema";
import { db, rawTransaction } from "@/lib/platform/db";
import { AppError } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/ids";
import { publishAfterCommit } from "@/lib/realtime/publish";
import { campaignTopic } from "@/lib/realtime/topics";
import { hashContent } from "./content-hash";
import { type DispatchContent, defaultRetryDelaysSeconds } from "./dispatch-content";
import { wireAddress } from "./encode-mime";
import { type DispatchView, findDispatch, getDispatch } from "./find-dispatch";
import { getSender } from "./get-sender";
import { enqueueLanes } from "./internal/enqueue-lanes";
import { freezeAudience } from "./internal/freeze-audience";
import { renderMessage } from "./internal/render-message";
import { settleDispatch } from "./internal/settle-dispatch";

export type StartDispatchInput = {
  campaignId: string;
  /** The default sender when left out. */
  senderId?: string | null | undefined;
  document: NewsletterDocument;
  audience: Audience;
  /** What was confirmed; anything else is a `conflict`. */
  contentHash?: string | undefined;
  retryDelaysSeconds?: number[] | undefined;
};

/**
 * Freezes audience, content and settings in one transaction and starts delivering. Once a campaign: a second call returns the Dispatch of
 * the first and changes nothing. Throws `forbidden`, `not_found` (sender, list), `invalid` (no postal address, a sender
 * whose address cannot be written), `conflict` (another content hash).
 */
export async function startDispatch(viewer: Viewer, input: StartDispatchInput): Promise<DispatchView> {
  assertCan(viewer, "campaigns.send");
  const { workspaceId } = viewer;
  const { campaignId, document, audience } = input;
  const before = await findDispatch(workspaceId, campaignId);
  if (before) return before;

  const workspace = await db().workspace.findUniqueOrThrow({ where: { id: workspaceId } });
  const postalAddress = workspace.postalAddress?.trim();
  if (!postalAddress) {
    throw new AppError("invalid", "the workspace has no postal address", {
      userMessage: "no_postal_address",
    });
  }
  await assertAudience(db(), workspaceId, audience);
  const sender = await getSender(viewer, input.senderId);
  if (!wireAddress(sender.fromEmail)) {
    throw new AppError("invalid", "the sender's address cannot be written", { userMessage: "email_invalid" });
  }
  const contentHash = hashContent({ document, audience, sender, postalAddress });
  if (input.contentHash !== undefined && input.contentHash !== contentHash) {
    throw new AppError("conflict", "content, audience or sender changed since it was confirmed");
  }
  const facts = { postalAddress, workspaceName: workspace.name };
  const { rendered, links } = await renderMessage(document, facts);
  const content: DispatchContent = {
    ...facts,
    document,
    rendered,
    sender: { fromName: sender.fromName, fromEmail: sender.fromEmail, replyTo: sender.replyTo },
    retryDelaysSeconds: input.retryDelaysSeconds ?? defaultRetryDelaysSeconds,
  };

  const id = newId();
  const isNew = await rawTransaction(async (client) => {
    const inserted = await client.query(
      `INSERT INTO "Dispatch" (id, "workspaceId", "campaignId", "contentHash", content, links)
       VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT ("campaignId") DO NOTHING`,
      [id, workspaceId, campaignId, contentHash, JSON.stringify(content), links],
    );
    if (inserted.rowCount === 0) return false;
    const fieldNames = rendered.mergeTags.map((tag) => tag.field);
    await freezeAudience(
      client,
      { id, workspaceId, contentHash },
      audienceSql(workspaceId, audience),
      fieldNames,
    );
    return true;
  });
  if (isNew) {
    // After the commit: a lost enqueue is made good by the sweep, which drives every Dispatch that stands still.
    await enqueueLanes({ id, workspaceId });
    await settleDispatch(id);
    publishAfterCommit(campaignTopic(workspaceId, campaignId));
  }
  return getDispatch(workspaceId, campaignId);
}
