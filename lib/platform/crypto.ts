import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
} from "node:crypto";
import { env } from "./env";

export function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

/** 256 random bits, URL-safe. */
export function randomToken(): string {
  return randomBytes(32).toString("base64url");
}

export function equalInConstantTime(a: string, b: string): boolean {
  return timingSafeEqual(createHash("sha256").update(a).digest(), createHash("sha256").update(b).digest());
}

/** A key for one purpose, derived from APP_SECRET (HKDF, RFC 5869), so that purposes cannot sign for each other. */
export function purposeKey(purpose: string): Buffer {
  return Buffer.from(hkdfSync("sha256", env().APP_SECRET, "galley", purpose, 32));
}

/** HMAC-SHA256 under the purpose's key, base64url. */
export function sign(purpose: string, text: string): string {
  return createHmac("sha256", purposeKey(purpose)).update(text).digest("base64url");
}

/** AES-256-GCM under the newest of ENCRYPTION_KEYS (`id:base64,…`): `keyId.iv.tag.ciphertext`, base64url parts. */
export function encrypt(text: string): string {
  const [id, key] = encryptionKeys()[0] ?? [];
  if (!id || !key) throw new Error("ENCRYPTION_KEYS holds no key");
  const iv = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", key, iv);
  const sealed = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return [
    id,
    iv.toString("base64url"),
    cipher.getAuthTag().toString("base64url"),
    sealed.toString("base64url"),
  ].join(".");
}

export function decrypt(sealed: string): string {
  const [id, iv, tag, text] = sealed.split(".");
  const key = encryptionKeys().find(([keyId]) => keyId === id)?.[1];
  if (!key || !iv || !tag || text === undefined)
    throw new Error("sealed with a key that is not in ENCRYPTION_KEYS");
  const decipher = createDecipheriv("aes-256-gcm", key, Buffer.from(iv, "base64url"));
  decipher.setAuthTag(Buffer.from(tag, "base64url"));
  return Buffer.concat([decipher.update(Buffer.from(text, "base64url")), decipher.final()]).toString("utf8");
}

function encryptionKeys(): [string, Buffer][] {
  return env()
    .ENCRYPTION_KEYS.split(",")
    .map((entry) => {
      const [id = "", key = ""] = entry.trim().split(":");
      return [id, Buffer.from(key, "base64")];
    });
}
