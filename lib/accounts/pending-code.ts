import { cookies } from "next/headers";
import { z } from "zod";
import { codePurposeSchema } from "./account-schema";
import { isSecureOrigin } from "./session-cookie";

const pendingCodeSchema = z.object({
  email: z.string(),
  purpose: codePurposeSchema,
  sentAt: z.coerce.date(),
  ticket: z.string().optional(),
  callbackUrl: z.string().optional(),
});

/** Which code this browser is waited on for: kept in a cookie, so that no address stands in an address bar or a log. */
export type PendingCode = z.infer<typeof pendingCodeSchema>;

const cookieName = "galley-code";

export async function rememberPendingCode(pending: PendingCode): Promise<void> {
  const value = Buffer.from(JSON.stringify(pending)).toString("base64url");
  (await cookies()).set(cookieName, value, {
    httpOnly: true,
    sameSite: "lax",
    secure: isSecureOrigin(),
    path: "/",
    maxAge: 3600,
  });
}

export async function readPendingCode(): Promise<PendingCode | null> {
  const value = (await cookies()).get(cookieName)?.value;
  if (!value) return null;
  try {
    return pendingCodeSchema.parse(JSON.parse(Buffer.from(value, "base64url").toString()));
  } catch {
    return null;
  }
}

export async function forgetPendingCode(): Promise<void> {
  (await cookies()).delete(cookieName);
}
