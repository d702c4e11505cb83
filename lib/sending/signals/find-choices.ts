import { db, pool } from "@/lib/platform/db";
import { readLinkToken, testRecipientId } from "@/lib/platform/links";
import { maskEmail } from "@/lib/platform/log";

export type ChoicesView =
  /** The link of a test message: it works, and there is nobody to unsubscribe. */
  | { kind: "test" }
  | {
      kind: "recipient";
      workspaceName: string;
      /** Masked: a forwarded mail must not show whose it was. */
      email: string;
      language: "en" | "pt";
      isUnsubscribed: boolean;
      lists: { id: string; name: string }[];
    };

type Row = {
  workspaceId: string;
  contactId: string;
  email: string;
  workspaceName: string;
  language: string | null;
  status: string | null;
};

/** What the bearer of an unsubscribe link may choose; null when the link is not ours or what it was about is gone. */
export async function findChoices(token: string): Promise<ChoicesView | null> {
  const link = readLinkToken("unsubscribe", token);
  if (!link) return null;
  if (link.recipientId === testRecipientId) return { kind: "test" };
  const { rows } = await pool().query<Row>(
    `SELECT r."workspaceId", r."contactId", r.email, w.name AS "workspaceName", c.status::text AS status,
            COALESCE(d.content #>> '{document,meta,language}', w.locale) AS language
       FROM "Recipient" r
       JOIN "Dispatch" d ON d.id = r."dispatchId"
       JOIN "Workspace" w ON w.id = r."workspaceId"
       LEFT JOIN "Contact" c ON c.id = r."contactId"
      WHERE r.id = $1`,
    [link.recipientId],
  );
  const row = rows[0];
  if (!row) return null;
  const { workspaceId, contactId } = row;
  const lists = await db().list.findMany({
    where: { workspaceId, deletedAt: null, members: { some: { contactId } } },
    select: { id: true, name: true },
    orderBy: { nameFolded: "asc" },
    take: 100,
  });
  return {
    kind: "recipient",
    workspaceName: row.workspaceName,
    email: maskEmail(row.email),
    language: row.language === "pt" ? "pt" : "en",
    isUnsubscribed: row.status !== "subscribed",
    lists,
  };
}
