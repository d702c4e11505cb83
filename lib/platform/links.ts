import { hash, timingSafeEqual } from "node:crypto";
import { purposeKey } from "./crypto";
import { env } from "./env";

/** What a signed link may do. Each purpose has a key of its own, so that one cannot stand in for another. */
export type LinkPurpose = "unsubscribe" | "view" | "open" | "click";

export type LinkToken = { recipientId: string /** Only of a click. */; linkIndex: number };

/** The recipient of a test message: its links verify, and lead to nobody. */
export const testRecipientId = "00000000-0000-0000-0000-000000000000";

/** 96 bits of HMAC-SHA256: short enough for a link, far past guessing. */
const macBytes = 12;
const idBytes = 16;
const indexBytes = 2;

/** SHA-256's block. */
const blockBytes = 64;

type Pads = { inner: Buffer; outer: Buffer };

const pads = new Map<LinkPurpose, Pads>();

/** The key's two pads of HMAC (RFC 2104), made once a purpose. */
function padsOf(purpose: LinkPurpose): Pads {
  const known = pads.get(purpose);
  if (known) return known;
  const key = purposeKey(`link.${purpose}`);
  const pad = (byte: number) =>
    Buffer.from(Buffer.alloc(blockBytes, byte).map((each, at) => each ^ (key[at] ?? 0)));
  const made = { inner: pad(0x36), outer: pad(0x5c) };
  pads.set(purpose, made);
  return made;
}

/** 38 characters (40 for a click): the recipient's id, the link's number and their signature, base64url. */
export function writeLinkToken(purpose: LinkPurpose, recipientId: string, linkIndex = 0): string {
  const payload = Buffer.alloc(payloadBytes(purpose));
  payload.write(recipientId.replaceAll("-", ""), "hex");
  if (purpose === "click") payload.writeUInt16BE(linkIndex, idBytes);
  return Buffer.concat([payload, macOf(purpose, payload)]).toString("base64url");
}

/** What a token says, or null when it was not written here for this purpose. Constant-time in the signature. */
export function readLinkToken(purpose: LinkPurpose, token: string): LinkToken | null {
  const bytes = Buffer.from(token, "base64url");
  const length = payloadBytes(purpose);
  // The re-encoding refuses the other spellings of the same bytes: one link has one token.
  if (bytes.length !== length + macBytes || bytes.toString("base64url") !== token) return null;
  const payload = bytes.subarray(0, length);
  if (!timingSafeEqual(bytes.subarray(length), macOf(purpose, payload))) return null;
  const hex = payload.toString("hex", 0, idBytes);
  return {
    recipientId: `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`,
    linkIndex: purpose === "click" ? payload.readUInt16BE(idBytes) : 0,
  };
}

function payloadBytes(purpose: LinkPurpose): number {
  return purpose === "click" ? idBytes + indexBytes : idBytes;
}

/**
 * HMAC-SHA256, cut to `macBytes`. Two one-shot hashes: `createHmac` builds a key object and a stream each time, which at ten links a message
 * is a third of what sending costs.
 */
function macOf(purpose: LinkPurpose, payload: Buffer): Buffer {
  const { inner, outer } = padsOf(purpose);
  const first = hash("sha256", Buffer.concat([inner, payload]), "buffer");
  return hash("sha256", Buffer.concat([outer, first]), "buffer").subarray(0, macBytes);
}

/** Addresses around a token; given a marker instead of a token they serve the renderer. */
export const linkAddress = {
  /** The page that a person opens. */
  unsubscribe: (token: string) => `${env().APP_URL}/unsubscribe/${token}`,
  /** The address that mail programs post to (RFC 8058). */
  oneClick: (token: string) => `${env().APP_URL}/api/unsubscribe/${token}`,
  view: (token: string) => `${env().APP_URL}/view/${token}`,
  open: (token: string) => `${env().APP_URL}/api/track/o/${token}`,
  click: (token: string) => `${env().APP_URL}/api/track/c/${token}`,
};

/** The page that offers lists one by one, and all. */
export function unsubscribeUrl(recipientId: string): string {
  return linkAddress.unsubscribe(writeLinkToken("unsubscribe", recipientId));
}

/** RFC 8058 one-click address for the List-Unsubscribe header. */
export function oneClickUrl(recipientId: string): string {
  return linkAddress.oneClick(writeLinkToken("unsubscribe", recipientId));
}

/** What one recipient received, in the browser. */
export function webViewUrl(recipientId: string): string {
  return linkAddress.view(writeLinkToken("view", recipientId));
}

export function openUrl(recipientId: string): string {
  return linkAddress.open(writeLinkToken("open", recipientId));
}

/** Leads to the link with this number of what the recipient received, and to nowhere else. */
export function clickUrl(recipientId: string, linkIndex: number): string {
  return linkAddress.click(writeLinkToken("click", recipientId, linkIndex));
}
