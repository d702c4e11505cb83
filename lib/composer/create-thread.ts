import { assertCan } from "@/lib/accounts/permissions";
import type { Viewer } from "@/lib/accounts/viewer";
import { createNewsletterIn } from "@/lib/newsletters/create-newsletter";
import { documentFromTemplate } from "@/lib/newsletters/document-from-template";
import { getNewsletter } from "@/lib/newsletters/get-newsletter";
import { now } from "@/lib/platform/clock";
import { db, transaction } from "@/lib/platform/db";
import { newId } from "@/lib/platform/ids";
import { readThread } from "./internal/thread-rows";

const untitled = { en: "New conversation", pt: "Nova conversa" };

/** An empty thread. With an `id` of the client's making it is made once, however often that is asked; another workspace's is `not_found`. */
export async function createThread(viewer: Viewer, input: { id?: string } = {}): Promise<{ id: string }> {
  assertCan(viewer, "chat.use");
  const id = input.id ?? newId();
  const at = now();
  await db().thread.createMany({
    data: [
      {
        id,
        workspaceId: viewer.workspaceId,
        createdById: viewer.userId,
        title: untitled[viewer.locale],
        createdAt: at,
        updatedAt: at,
      },
    ],
    skipDuplicates: true,
  });
  return { id: (await readThread(viewer, id)).id };
}

/** A thread that begins with a template already on the paper. Throws `not_found` for an unknown template. */
export async function createThreadFromTemplate(
  viewer: Viewer,
  input: { slug: string },
): Promise<{ id: string }> {
  assertCan(viewer, "chat.use");
  const { document, name } = await documentFromTemplate(viewer, {
    slug: input.slug,
    language: viewer.locale,
  });
  const at = now();
  return transaction(async (tx) => {
    const newsletter = await createNewsletterIn(tx, viewer, { document, title: undefined });
    return tx.thread.create({
      data: {
        workspaceId: viewer.workspaceId,
        createdById: viewer.userId,
        title: name,
        step: "draft",
        newsletterId: newsletter.id,
        createdAt: at,
        updatedAt: at,
      },
      select: { id: true },
    });
  });
}

/** The thread of a newsletter, made when there is none yet. Throws `not_found` for another workspace's newsletter. */
export async function openThreadOfNewsletter(viewer: Viewer, newsletterId: string): Promise<{ id: string }> {
  assertCan(viewer, "chat.use");
  const newsletter = await getNewsletter(viewer, newsletterId);
  const found = await db().thread.findFirst({
    where: { workspaceId: viewer.workspaceId, newsletterId, deletedAt: null },
    orderBy: { updatedAt: "desc" },
    select: { id: true },
  });
  if (found) return found;
  const at = now();
  return db().thread.create({
    data: {
      workspaceId: viewer.workspaceId,
      createdById: viewer.userId,
      title: newsletter.title,
      step: "draft",
      newsletterId,
      createdAt: at,
      updatedAt: at,
    },
    select: { id: true },
  });
}
