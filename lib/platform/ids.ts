import { randomBytes } from "node:crypto";
import { z } from "zod";

/** Prefixes shown by REST v1 and the command line. Inside, ids are plain UUIDs. */
const prefixes = {
  workspace: "ws",
  user: "usr",
  apiKey: "key",
  contact: "con",
  list: "lst",
  tag: "tag",
  segment: "seg",
  import: "imp",
  upload: "upl",
  newsletter: "nl",
  campaign: "cmp",
  recipient: "rcp",
  sender: "snd",
} as const;

export type IdKind = keyof typeof prefixes;

/** A new UUIDv7 (RFC 9562): 48 bits of Unix milliseconds, then 74 random bits; sorts by time of making. */
export function newId(atMs: number = Date.now()): string {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(atMs, 0, 6);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x70, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  return dashed(bytes.toString("hex"));
}

/** `con_0190…`: the id as the outside sees it. */
export function publicId(kind: IdKind, id: string): string {
  return `${prefixes[kind]}_${id.replaceAll("-", "")}`;
}

/** Accepts the prefixed form or a plain UUID and yields the UUID; another kind's prefix is refused. */
export function idSchema(kind: IdKind) {
  return z.string().transform((value, context) => {
    const plain = plainId(kind, value);
    if (plain === null) {
      context.addIssue({ code: "custom", message: `not a ${kind} id` });
      return z.NEVER;
    }
    return plain;
  });
}

/** The UUID behind either form, or null when the text is no id of this kind. */
export function plainId(kind: IdKind, value: string): string | null {
  const bare = value.startsWith(`${prefixes[kind]}_`) ? value.slice(prefixes[kind].length + 1) : value;
  const hex = bare.replaceAll("-", "").toLowerCase();
  return /^[0-9a-f]{32}$/.test(hex) ? dashed(hex) : null;
}

function dashed(hex: string): string {
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
