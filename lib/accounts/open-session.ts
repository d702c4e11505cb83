import { now } from "@/lib/platform/clock";
import { randomToken, sha256 } from "@/lib/platform/crypto";
import { db } from "@/lib/platform/db";
import { sessionDays } from "./session-cookie";
import type { Visitor } from "./visitor";

/** Signs a person in on one more browser and returns the cookie's token, of which only the SHA-256 is kept. */
export async function openSession(
  userId: string,
  visitor: Pick<Visitor, "userAgent" | "network">,
): Promise<{ token: string; expires: Date }> {
  const token = randomToken();
  const at = now();
  const expires = new Date(at.getTime() + sessionDays * 86_400_000);
  await db().session.create({
    data: {
      sessionToken: sha256(token),
      userId,
      expires,
      createdAt: at,
      lastSeenAt: at,
      userAgent: visitor.userAgent,
      ip: visitor.network,
    },
  });
  return { token, expires };
}
