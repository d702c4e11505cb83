import { assertCan } from "@/lib/accounts/permissions";
import type { Viewer } from "@/lib/accounts/viewer";
import { createWithinLimit } from "@/lib/entitlements/entitlements";
import { now } from "@/lib/platform/clock";
import { isUniqueViolation, type Transaction, transaction } from "@/lib/platform/db";
import { foldEmail } from "@/lib/platform/email-address";
import { AppError } from "@/lib/platform/errors";
import type { ConsentSource, ContactStatus } from "@/lib/platform/generated/prisma/enums";
import { keysOf, statusOfSuppression, statusOnReturn, strictestStatus } from "./contact-rules";
import { type CreateContactInput, createContactInput } from "./contact-schema";
import type { ContactView } from "./contact-view";
import { getContact } from "./get-contact";
import { hashAddress } from "./hash-address";
import { countLiving } from "./internal/count-living";
import { addMarks, assertLists, ensureTags } from "./internal/mark-contacts";
import { isLivingAddressTaken } from "./internal/taken-address";

/**
 * Adds one contact; two callers adding the same address make one. A trashed address is restored with the given data; whoever had
 * unsubscribed, bounced or complained comes back so. Throws `conflict` (`contact_exists`), `limit_reached`, `not_found` for a list.
 */
export async function createContact(viewer: Viewer, raw: CreateContactInput): Promise<ContactView> {
  assertCan(viewer, "contacts.write");
  const input = createContactInput.parse(raw);
  const { workspaceId } = viewer;
  const emailFolded = foldEmail(input.email);
  try {
    const id = await transaction(async (tx) => {
      if (await isLivingAddressTaken(tx, workspaceId, emailFolded)) throw contactExists();
      const listIds = await assertLists(tx, workspaceId, input.lists ?? []);
      return createWithinLimit(
        tx,
        workspaceId,
        "contacts",
        () => countLiving(workspaceId, tx),
        async () => {
          const contactId = await writeContact(tx, viewer, { ...input, emailFolded });
          const tags = await ensureTags(tx, workspaceId, input.tags ?? []);
          await addMarks(tx, workspaceId, [contactId], { listIds, tagIds: tags.map((tag) => tag.id) });
          return contactId;
        },
      );
    });
    return await getContact(viewer, id);
  } catch (error) {
    if (isUniqueViolation(error)) throw contactExists(error);
    throw error;
  }
}

type NewContact = ReturnType<typeof createContactInput.parse> & { emailFolded: string };

/** Inserts the row, or takes the newest trashed one of the same address back, with its consent. */
async function writeContact(tx: Transaction, viewer: Viewer, input: NewContact): Promise<string> {
  const { workspaceId } = viewer;
  const { emailFolded } = input;
  const emailHash = hashAddress(workspaceId, emailFolded);
  const suppression = await tx.suppression.findUnique({
    where: { workspaceId_emailHash: { workspaceId, emailHash } },
  });
  const wished = strictestStatus(input.status ?? "subscribed", statusOfSuppression(suppression?.reason));
  const trashed = await tx.contact.findFirst({
    where: { workspaceId, emailFolded, deletedAt: { not: null } },
    orderBy: { deletedAt: "desc" },
  });
  const status = trashed ? statusOnReturn(trashed.status, wished) : wished;
  const firstName = input.firstName ?? trashed?.firstName ?? null;
  const lastName = input.lastName ?? trashed?.lastName ?? null;
  const data = {
    email: input.email,
    emailFolded,
    emailHash,
    firstName,
    lastName,
    ...keysOf({ emailFolded, firstName, lastName }),
    status,
  };
  const contact = trashed
    ? await tx.contact.update({
        where: { id: trashed.id },
        data: { ...data, ...(input.fields ? { fields: input.fields } : {}), deletedAt: null },
      })
    : await tx.contact.create({
        data: { ...data, workspaceId, fields: input.fields ?? {}, createdAt: now(), statusChangedAt: now() },
      });
  await recordFirstConsent(tx, viewer, contact.id, status);
  return contact.id;
}

/** Only who may be written to has agreed to something. */
async function recordFirstConsent(
  tx: Transaction,
  viewer: Viewer,
  contactId: string,
  status: ContactStatus,
): Promise<void> {
  if (status !== "subscribed") return;
  const source: ConsentSource = viewer.via === "api_key" ? "api" : "manual";
  await tx.consentRecord.create({
    data: {
      workspaceId: viewer.workspaceId,
      contactId,
      kind: "email",
      action: "granted",
      source,
      actorId: viewer.userId,
      at: now(),
    },
  });
}

function contactExists(cause?: unknown): AppError {
  return new AppError("conflict", "a contact with this address exists", {
    userMessage: "contact_exists",
    fields: { email: "contact_exists" },
    cause,
  });
}
