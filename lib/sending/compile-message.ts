import { createHash } from "node:crypto";
import { encodeMarker, type Marker, splitMarkers } from "@/emails/newsletter/markers";
import type { MergeTag } from "@/lib/content/merge-tags";
import { type LinkPurpose, linkAddress, writeLinkToken } from "@/lib/platform/links";
import { encodeHeaderText, encodeMailbox, encodePiece, mailDate, wireAddress } from "./encode-mime";

/** A newsletter as rendered, its places still open. */
export type RenderedContent = { subject: string; html: string; text: string; mergeTags: MergeTag[] };

export type MessageSender = { fromName: string; fromEmail: string; replyTo: string | null };

export type MessageRecipient = {
  id: string;
  email: string;
  name: string;
  fields: Record<string, unknown>;
};

export type CompiledMessage = {
  /**
   * The whole message for one recipient, ASCII with CRLF; null when the address cannot be written to. Without a
   * `messageId` (its part before the @) it is the recipient's own.
   */
  write: (recipient: MessageRecipient, date: Date, messageId?: string) => { to: string; raw: Buffer } | null;
  /** Envelope sender. */
  from: string;
};

/** A piece of the message: fixed, or made for each recipient. All of it is ASCII. */
type Piece = string | ((recipient: MessageRecipient) => string);
type WirePiece = Buffer | ((recipient: MessageRecipient) => string);

/** What open places of the renderer carry: a token of this purpose, signed for the recipient. */
export const slotPurposes = { unsubscribe: "unsubscribe", view: "view", open: "open" } as const;

/** The renderer's slot names are letters only: `clickA`, `clickB`, … `clickBA`. */
export function clickSlot(index: number): string {
  let name = "";
  for (let rest = index; rest >= 0; rest = Math.floor(rest / 26) - 1) {
    name = String.fromCharCode(65 + (rest % 26)) + name;
  }
  return `click${name}`;
}

/**
 * Makes the MIME once (RFC 2045, quoted-printable): each place that differs between recipients stands between soft breaks, so that writing
 * a message is joining strings. Values are encoded for their place by `encodeMarker`, then for the wire here.
 */
export function compileMessage(
  content: RenderedContent,
  sender: MessageSender,
  listId: string,
): CompiledMessage {
  const from = wireAddress(sender.fromEmail);
  if (!from) throw new Error("the sender's address cannot be written");
  const domain = from.slice(from.lastIndexOf("@") + 1);
  const boundary = `=_galley_${createHash("sha256").update(content.html).digest("hex").slice(0, 24)}`;
  const part = (type: string, pieces: Piece[]): Piece[] => [
    `--${boundary}\r\nContent-Type: text/${type}; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n`,
    ...pieces,
    "\r\n",
  ];
  const subject = splitMarkers(content.subject);
  const pieces = mergeFixed([
    `From: ${encodeMailbox(sender.fromName, from)}\r\n`,
    sender.replyTo ? `Reply-To: ${encodeMailbox("", wireAddress(sender.replyTo) ?? from)}\r\n` : "",
    `Subject: `,
    subject.every((piece) => typeof piece === "string")
      ? encodeHeaderText(content.subject)
      : (recipient) => encodeHeaderText(fill(subject, content.mergeTags, recipient)),
    `\r\nList-Id: <${listId}.${domain}>\r\nList-Unsubscribe-Post: List-Unsubscribe=One-Click\r\nList-Unsubscribe: <`,
    (recipient) => linkAddress.oneClick(writeLinkToken("unsubscribe", recipient.id)),
    `>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/alternative; boundary="${boundary}"\r\n\r\n`,
    ...part("plain", bodyPieces(content.text, content.mergeTags)),
    ...part("html", bodyPieces(content.html, content.mergeTags)),
    `--${boundary}--\r\n`,
  ]);
  return {
    from,
    write: (recipient, date, messageId = `r-${recipient.id}`) => {
      const to = wireAddress(recipient.email);
      if (!to) return null;
      const head =
        `Message-ID: <${messageId}@${domain}>\r\nX-Galley-Recipient: ${recipient.id}\r\n` +
        `Date: ${mailDate(date)}\r\nTo: ${encodeMailbox(recipient.name, to)}\r\n`;
      return { to, raw: join(head, pieces, recipient) };
    },
  };
}

/** One buffer, one copy a piece: fixed pieces are bytes already. */
function join(head: string, pieces: readonly WirePiece[], recipient: MessageRecipient): Buffer {
  const parts = pieces.map((piece) => (typeof piece === "function" ? piece(recipient) : piece));
  const raw = Buffer.allocUnsafe(parts.reduce((sum, part) => sum + part.length, head.length));
  let at = raw.write(head, 0, "latin1");
  for (const part of parts)
    at += typeof part === "string" ? raw.write(part, at, "latin1") : part.copy(raw, at);
  return raw;
}

function bodyPieces(rendered: string, tags: readonly MergeTag[]): Piece[] {
  return splitMarkers(rendered).map((piece) =>
    typeof piece === "string"
      ? encodePiece(piece)
      : (recipient) => encodePiece(valueAt(piece, tags, recipient)),
  );
}

function fill(
  pieces: readonly (string | Marker)[],
  tags: readonly MergeTag[],
  recipient: MessageRecipient,
): string {
  return pieces
    .map((piece) => (typeof piece === "string" ? piece : valueAt(piece, tags, recipient)))
    .join("");
}

function valueAt(marker: Marker, tags: readonly MergeTag[], recipient: MessageRecipient): string {
  if (marker.kind !== "slot") return encodeMarker(marker, tags, { fields: recipient.fields });
  return tokenOfSlot(marker.name, recipient.id);
}

function tokenOfSlot(name: string, recipientId: string): string {
  if (name.startsWith("click")) return writeLinkToken("click", recipientId, clickIndex(name));
  const purpose: LinkPurpose | undefined = slotPurposes[name as keyof typeof slotPurposes];
  return purpose ? writeLinkToken(purpose, recipientId) : "";
}

function clickIndex(name: string): number {
  let index = 0;
  for (const letter of name.slice("click".length)) index = index * 26 + letter.charCodeAt(0) - 64;
  return index - 1;
}

/** Neighbouring fixed pieces become one run of bytes. */
function mergeFixed(pieces: readonly Piece[]): WirePiece[] {
  const merged: WirePiece[] = [];
  let fixed = "";
  for (const piece of pieces) {
    if (typeof piece === "string") {
      fixed += piece;
      continue;
    }
    merged.push(Buffer.from(fixed, "latin1"), piece);
    fixed = "";
  }
  merged.push(Buffer.from(fixed, "latin1"));
  return merged;
}
