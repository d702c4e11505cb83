import { assertCan } from "@/lib/accounts/permissions";
import type { Viewer } from "@/lib/accounts/viewer";
import { now } from "@/lib/platform/clock";
import { isUniqueViolation, type Prisma, type Transaction, transaction } from "@/lib/platform/db";
import { foldEmail } from "@/lib/platform/email-address";
import { AppError } from "@/lib/platform/errors";
import type { ContactStatus } from "@/lib/platform/generated/prisma/enums";
import { keysOf, mayChangeStatus, statusOfSuppression, strictestStatus } from "./contact-rules";
import { type ContactFields, maxFields, type UpdateContactInput, updateContactInput } from "./contact-schema";
import type { ContactView } from "./contact-view";
import { getContact } from "./get-contact";
import { hashAddress } from "./hash-address";
import { changeStatus } from "./internal/change-status";
import { addMarks, assertLists, ensureTags } from "./internal/mark-contacts";

type Change = ReturnType<typeof updateContactInput.parse>;
type Before = Prisma.ContactGetPayload<object>;

/**
 * Changes what is given and leaves the rest; `tags` and `lists` are whole sets, a custom field set to null goes. Throws `not_found`,
 * `conflict` when the new address belongs to another contact or when a person's "no" would be overruled.
 */
export async function updateContact(viewer: Viewer, raw: UpdateContactInput): Promise<ContactView> {
  assertCan(viewer, "contacts.write");
  const change = updateContactInput.parse(raw);
  try {
    await transaction((tx) => writeChange(tx, viewer, change));
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    throw new AppError("conflict", "another contact has this address", {
      userMessage: "contact_exists",
      fields: { email: "contact_exists" },
      cause: error,
    });
  }
  return getContact(viewer, change.id);
}

async function writeChange(tx: Transaction, viewer: Viewer, change: Change): Promise<void> {
  const { workspaceId } = viewer;
  const before = await lockContact(tx, workspaceId, change.id);
  const email = change.email ?? before.email;
  const emailFolded = foldEmail(email);
  const emailHash = hashAddress(workspaceId, emailFolded);
  const firstName = change.firstName === undefined ? before.firstName : change.firstName;
  const lastName = change.lastName === undefined ? before.lastName : change.lastName;
  await tx.contact.update({
    where: { id: before.id },
    data: {
      email,
      emailFolded,
      emailHash,
      firstName,
      lastName,
      ...keysOf({ emailFolded, firstName, lastName }),
      ...(change.fields ? { fields: mergeFields(before.fields as ContactFields, change.fields) } : {}),
    },
  });
  const wished = change.status ?? before.status;
  const status =
    emailFolded === before.emailFolded
      ? wished
      : await statusAtNewAddress(tx, workspaceId, emailHash, wished);
  await moveStatus(tx, viewer, before, status);
  await replaceMarks(tx, workspaceId, change);
}

/** The row, locked against a second change. Throws `not_found`. */
async function lockContact(tx: Transaction, workspaceId: string, id: string): Promise<Before> {
  await tx.$queryRaw`SELECT 1 FROM "Contact" WHERE "id" = ${id}::uuid AND "workspaceId" = ${workspaceId}::uuid FOR UPDATE`;
  const before = await tx.contact.findFirst({ where: { id, workspaceId, deletedAt: null } });
  if (!before) throw new AppError("not_found", `no contact ${id}`);
  return before;
}

function mergeFields(
  before: ContactFields,
  patch: Record<string, ContactFields[string] | null>,
): ContactFields {
  const merged = Object.fromEntries(
    Object.entries({ ...before, ...patch }).filter(
      (entry): entry is [string, ContactFields[string]] => entry[1] !== null,
    ),
  );
  if (Object.keys(merged).length > maxFields) {
    throw new AppError("invalid", `a contact holds at most ${maxFields} custom fields`, {
      fields: { fields: "too_many_fields" },
    });
  }
  return merged;
}

async function statusAtNewAddress(
  tx: Transaction,
  workspaceId: string,
  emailHash: Buffer<ArrayBuffer>,
  wished: ContactStatus,
): Promise<ContactStatus> {
  const suppression = await tx.suppression.findUnique({
    where: { workspaceId_emailHash: { workspaceId, emailHash } },
  });
  return strictestStatus(wished, statusOfSuppression(suppression?.reason));
}

async function moveStatus(tx: Transaction, viewer: Viewer, before: Before, to: ContactStatus): Promise<void> {
  if (to === before.status) return;
  if (!mayChangeStatus(before.status, to)) {
    throw new AppError("conflict", `${before.status} cannot become ${to} by hand`, {
      userMessage: "contact_resubscribe",
      fields: { status: "contact_resubscribe" },
    });
  }
  await changeStatus(tx, {
    workspaceId: viewer.workspaceId,
    contactId: before.id,
    to,
    source: viewer.via === "api_key" ? "api" : "manual",
    actorId: viewer.userId,
    at: now(),
  });
}

async function replaceMarks(tx: Transaction, workspaceId: string, change: Change): Promise<void> {
  if (change.tags) {
    const tags = await ensureTags(tx, workspaceId, change.tags);
    const tagIds = tags.map((tag) => tag.id);
    await tx.contactTag.deleteMany({
      where: { workspaceId, contactId: change.id, tagId: { notIn: tagIds } },
    });
    await addMarks(tx, workspaceId, [change.id], { tagIds });
  }
  if (change.lists) {
    const listIds = await assertLists(tx, workspaceId, change.lists);
    await tx.listMember.deleteMany({
      where: { workspaceId, contactId: change.id, listId: { notIn: listIds } },
    });
    await addMarks(tx, workspaceId, [change.id], { listIds });
  }
}
