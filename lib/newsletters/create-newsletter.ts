import { assertCan } from "@/lib/accounts/permissions";
import type { Viewer } from "@/lib/accounts/viewer";
import { now } from "@/lib/platform/clock";
import { type Prisma, type Transaction, transaction } from "@/lib/platform/db";
import { titleOf } from "./internal/title";
import { type CreateNewsletterInput, createNewsletterInput, type NewsletterView } from "./newsletter-schema";

/** Makes a newsletter at version 1. Without a title it is called by its subject. Throws `forbidden`; a ZodError for a bad document. */
export async function createNewsletter(
  viewer: Viewer,
  input: CreateNewsletterInput,
): Promise<NewsletterView> {
  assertCan(viewer, "newsletters.write");
  return transaction((tx) => createNewsletterIn(tx, viewer, input));
}

/** The same inside the caller's transaction. */
export async function createNewsletterIn(
  tx: Transaction,
  viewer: Viewer,
  input: CreateNewsletterInput,
): Promise<NewsletterView> {
  assertCan(viewer, "newsletters.write");
  const { document, title, source } = createNewsletterInput.parse(input);
  const json = document as unknown as Prisma.InputJsonValue;
  const at = now();
  const row = await tx.newsletter.create({
    data: {
      workspaceId: viewer.workspaceId,
      title: title ?? titleOf(document, viewer.locale === "pt" ? "Sem título" : "Untitled"),
      titleIsOwn: title !== undefined,
      document: json,
      createdById: viewer.userId,
      createdAt: at,
      updatedAt: at,
    },
  });
  await tx.newsletterVersion.create({
    data: {
      newsletterId: row.id,
      workspaceId: viewer.workspaceId,
      version: 1,
      document: json,
      operations: [],
      inverse: [],
      source: source ?? "person",
      savedById: viewer.userId,
      savedAt: at,
    },
  });
  return { id: row.id, title: row.title, version: 1, document, createdAt: at, updatedAt: at };
}
