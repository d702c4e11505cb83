import type { Viewer } from "@/lib/accounts/viewer";
import { ContentError } from "@/lib/content/content-error";
import type { NewsletterDocument } from "@/lib/content/document-schema";
import { applyOperations, type Operation } from "@/lib/content/operations";
import { now } from "@/lib/platform/clock";
import type { Prisma, Transaction } from "@/lib/platform/db";
import { AppError } from "@/lib/platform/errors";
import type { NewsletterChange, SaveSource } from "../newsletter-schema";
import { titleOf } from "./title";

export type CurrentNewsletter = {
  id: string;
  version: number;
  title: string;
  titleIsOwn: boolean;
  document: NewsletterDocument;
};

type SaveInput = {
  current: CurrentNewsletter;
  operations: readonly Operation[];
  source: SaveSource;
  undoesVersion?: number;
  wasMerged?: boolean;
};

/**
 * Applies the operations and writes the next version, on condition that the newsletter is still at `current.version`. Throws
 * `conflict` when somebody saved in between, `invalid` when an operation does not fit the document.
 */
export async function saveVersion(
  tx: Transaction,
  viewer: Viewer,
  input: SaveInput,
): Promise<NewsletterChange> {
  const { current, operations } = input;
  const { document, inverse } = applyOrRefuse(current.document, operations);
  const version = current.version + 1;
  const at = now();
  const saved = await tx.newsletter.updateMany({
    where: { id: current.id, workspaceId: viewer.workspaceId, version: current.version, deletedAt: null },
    data: {
      version,
      document: document as unknown as Prisma.InputJsonValue,
      title: current.titleIsOwn ? current.title : titleOf(document, current.title),
      updatedAt: at,
    },
  });
  if (saved.count === 0) throw newerVersion(current.id);
  await tx.newsletterVersion.create({
    data: {
      newsletterId: current.id,
      workspaceId: viewer.workspaceId,
      version,
      document: document as unknown as Prisma.InputJsonValue,
      operations: operations as unknown as Prisma.InputJsonValue,
      inverse: inverse as unknown as Prisma.InputJsonValue,
      undoesVersion: input.undoesVersion ?? null,
      source: input.source,
      savedById: viewer.userId,
      savedAt: at,
    },
  });
  return { version, document, inverse, wasMerged: input.wasMerged ?? false };
}

export function newerVersion(id: string): AppError {
  return new AppError("conflict", `newsletter ${id} has a newer version`, {
    userMessage: "newsletter_changed_elsewhere",
  });
}

function applyOrRefuse(document: NewsletterDocument, operations: readonly Operation[]) {
  try {
    return applyOperations(document, operations);
  } catch (error) {
    if (!(error instanceof ContentError)) throw error;
    const isGone = error.code === "unknown_block" || error.code === "unknown_target";
    throw new AppError("invalid", error.message, {
      userMessage: isGone ? "newsletter_block_gone" : "newsletter_change_refused",
      cause: error,
    });
  }
}
