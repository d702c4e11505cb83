import { createHmac } from "node:crypto";
import { purposeKey } from "@/lib/platform/crypto";

const keys = new Map<string, Buffer>();

/**
 * HMAC-SHA256 of the folded address under the workspace's own key: equal addresses meet, and a copy of the table tells nobody's
 * address, nor that two workspaces know the same person.
 */
export function hashAddress(workspaceId: string, emailFolded: string): Buffer<ArrayBuffer> {
  return Buffer.from(createHmac("sha256", keyOf(workspaceId)).update(emailFolded).digest());
}

function keyOf(workspaceId: string): Buffer {
  const known = keys.get(workspaceId);
  if (known) return known;
  const key = purposeKey(`suppression:${workspaceId}`);
  if (keys.size > 1_000) keys.clear();
  keys.set(workspaceId, key);
  return key;
}
