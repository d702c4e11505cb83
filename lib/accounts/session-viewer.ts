import { cookies } from "next/headers";
import type { Locale } from "@/i18n/locales";
import { isLocale } from "@/i18n/locales";
import { now } from "@/lib/platform/clock";
import { sha256 } from "@/lib/platform/crypto";
import { pool } from "@/lib/platform/db";
import type { Role } from "@/lib/platform/generated/prisma/enums";
import { sessionCookieName, sessionDays } from "./session-cookie";
import type { Viewer } from "./viewer";

/** The viewer behind this request's session cookie, or null when there is no live session. */
export async function readSessionViewer(): Promise<Viewer | null> {
  const token = (await cookies()).get(sessionCookieName())?.value;
  return token ? findSessionViewer(token) : null;
}

type Row = {
  sessionId: string;
  userId: string;
  workspaceId: string;
  role: Role;
  locale: string;
  timeZone: string;
  lastSeenAt: Date;
};

/**
 * One indexed query from the cookie's token to person, workspace and role. A session whose workspace is gone or has let the
 * person go falls back to the earliest other membership; without any there is no viewer.
 */
export async function findSessionViewer(token: string): Promise<Viewer | null> {
  const { rows } = await pool().query<Row>(
    `SELECT s.id AS "sessionId", u.id AS "userId", m."workspaceId", m.role, u.locale, u."timeZone", s."lastSeenAt"
       FROM "Session" s
       JOIN "User" u ON u.id = s."userId" AND u."suspendedAt" IS NULL AND u."emailVerified" IS NOT NULL
       CROSS JOIN LATERAL (
         SELECT m."workspaceId", m.role
           FROM "Member" m JOIN "Workspace" w ON w.id = m."workspaceId" AND w."deletedAt" IS NULL
          WHERE m."userId" = u.id
          ORDER BY (m."workspaceId" = s."workspaceId") DESC NULLS LAST, m."createdAt"
          LIMIT 1) m
      WHERE s."sessionToken" = $1 AND s.expires > $2`,
    [sha256(token), now()],
  );
  const row = rows[0];
  if (!row) return null;
  await slideSession(row.sessionId, row.lastSeenAt);
  return {
    userId: row.userId,
    workspaceId: row.workspaceId,
    role: row.role,
    locale: localeOf(row.locale),
    timeZone: row.timeZone,
    via: "session",
    scopes: [],
  };
}

/** A session in use lives on; written at most once an hour. */
async function slideSession(sessionId: string, lastSeenAt: Date): Promise<void> {
  const at = now();
  if (at.getTime() - lastSeenAt.getTime() < 3_600_000) return;
  await pool().query(`UPDATE "Session" SET "lastSeenAt" = $2, expires = $3 WHERE id = $1`, [
    sessionId,
    at,
    new Date(at.getTime() + sessionDays * 86_400_000),
  ]);
}

function localeOf(value: string): Locale {
  return isLocale(value) ? value : "en";
}
