import { assertCan } from "@/lib/accounts/permissions";
import type { Viewer } from "@/lib/accounts/viewer";
import { db, pool } from "@/lib/platform/db";
import { AppError } from "@/lib/platform/errors";
import type { ConsentAction, ConsentKind, ConsentSource } from "@/lib/platform/generated/prisma/enums";
import { type ContactRow, type ContactView, contactColumns } from "./contact-view";
import { withMarks } from "./internal/load-contacts";

/** One living contact with its tags and lists. Throws `not_found`. */
export async function getContact(viewer: Viewer, id: string): Promise<ContactView> {
  assertCan(viewer, "contacts.read");
  const { rows } = await pool().query<ContactRow>(
    `SELECT ${contactColumns} FROM "Contact" c WHERE c."id" = $2 AND c."workspaceId" = $1 AND c."deletedAt" IS NULL`,
    [viewer.workspaceId, id],
  );
  const [contact] = await withMarks(viewer.workspaceId, rows);
  if (!contact) throw new AppError("not_found", `no contact ${id}`);
  return contact;
}

export type ConsentView = {
  id: string;
  kind: ConsentKind;
  action: ConsentAction;
  source: ConsentSource;
  importId: string | null;
  ip: string | null;
  at: Date;
};

/** What the contact agreed to and took back, newest first. */
export async function listConsents(viewer: Viewer, contactId: string): Promise<ConsentView[]> {
  assertCan(viewer, "contacts.read");
  return db().consentRecord.findMany({
    where: { workspaceId: viewer.workspaceId, contactId },
    select: { id: true, kind: true, action: true, source: true, importId: true, ip: true, at: true },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    take: 100,
  });
}
