import { fillMergeTags } from "@/emails/newsletter/fill-merge-tags";
import { renderNewsletter } from "@/emails/newsletter/render-newsletter";
import { parseDocument } from "@/lib/content/document-schema";
import type { MergeFields } from "@/lib/content/merge-tags";
import { pool } from "@/lib/platform/db";
import { env } from "@/lib/platform/env";
import { readLinkToken, unsubscribeUrl } from "@/lib/platform/links";
import { dispatchContentSchema } from "./dispatch-content";

/** What one recipient received, as a page; nothing in it counts. Null when the link is not ours or leads to nobody (a test message). */
export async function renderReceived(token: string): Promise<string | null> {
  const link = readLinkToken("view", token);
  if (!link) return null;
  const { rows } = await pool().query<{ content: unknown; fields: MergeFields }>(
    `SELECT d.content, r.fields FROM "Recipient" r JOIN "Dispatch" d ON d.id = r."dispatchId" WHERE r.id = $1`,
    [link.recipientId],
  );
  const row = rows[0];
  if (!row) return null;
  const { document, postalAddress, workspaceName } = dispatchContentSchema.parse(row.content);
  const unsubscribe = unsubscribeUrl(link.recipientId);
  const rendered = await renderNewsletter(parseDocument(document), {
    mode: "web",
    links: { unsubscribe, preferences: unsubscribe, webView: "" },
    postalAddress,
    workspaceName,
    assetBase: env().APP_URL,
  });
  return fillMergeTags(rendered, row.fields).html;
}
