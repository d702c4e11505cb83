import PostalMime, { type Address, type Attachment, type Email } from "postal-mime";
import type { StoredMessage } from "./message-store";

export type MessageSummary = {
  id: string;
  receivedAt: string;
  from: string;
  to: string[];
  subject: string;
  size: number;
};

export type FullMessage = MessageSummary & {
  envelope: { from: string; to: string[] };
  messageId: string | null;
  replyTo: string[];
  headers: Record<string, string>;
  headerLines: { name: string; value: string }[];
  html: string | null;
  text: string | null;
  attachments: { filename: string; contentType: string; size: number }[];
  raw: string;
};

export function summarise(message: StoredMessage): MessageSummary {
  return {
    id: message.id,
    receivedAt: message.receivedAt.toISOString(),
    from: message.from || message.envelopeFrom,
    to: message.envelopeTo,
    subject: message.subject,
    size: message.raw.length,
  };
}

/** Parses the whole message. A message that is no MIME is shown as its raw text. */
export async function readMessage(message: StoredMessage): Promise<FullMessage> {
  const mail = await parse(message);
  return {
    ...summarise(message),
    envelope: { from: message.envelopeFrom, to: message.envelopeTo },
    messageId: mail?.messageId ?? null,
    replyTo: (mail?.replyTo ?? []).flatMap(addressesOf),
    headers: Object.fromEntries([...(mail?.headers ?? [])].reverse().map(({ key, value }) => [key, value])),
    headerLines: (mail?.headers ?? []).map(({ originalKey, value }) => ({ name: originalKey, value })),
    html: mail?.html ? showInlineImages(mail.html, mail.attachments) : null,
    text: mail ? (mail.text ?? null) : message.raw.toString("utf8"),
    attachments: (mail?.attachments ?? []).map((attachment) => ({
      filename: attachment.filename ?? "attachment",
      contentType: attachment.mimeType,
      size: bytesOf(attachment).length,
    })),
    raw: message.raw.toString("utf8"),
  };
}

function parse(message: StoredMessage): Promise<Email | null> {
  return PostalMime.parse(message.raw).catch(() => null);
}

function addressesOf(address: Address): string[] {
  return address.group ? address.group.map((member) => member.address) : [address.address];
}

function showInlineImages(html: string, attachments: Attachment[]): string {
  let shown = html;
  for (const attachment of attachments) {
    if (!attachment.contentId || !attachment.mimeType.startsWith("image/")) continue;
    const id = attachment.contentId.replace(/^<|>$/g, "");
    shown = shown.replaceAll(
      `cid:${id}`,
      `data:${attachment.mimeType};base64,${bytesOf(attachment).toString("base64")}`,
    );
  }
  return shown;
}

function bytesOf(attachment: Attachment): Buffer {
  const { content } = attachment;
  if (typeof content === "string")
    return Buffer.from(content, attachment.encoding === "base64" ? "base64" : "utf8");
  return content instanceof Uint8Array ? Buffer.from(content) : Buffer.from(new Uint8Array(content));
}
