import type { Viewer } from "@/lib/accounts/viewer";
import type { Block, NewsletterDocument } from "@/lib/content/document-schema";
import { assertFeature } from "@/lib/entitlements/entitlements";
import { db } from "@/lib/platform/db";
import { getTemplate } from "@/lib/templates/get-template";

/** A template's document with the workspace's name at its head. Throws `not_found`, `plan_required` for a Pro one on Free. */
export async function documentFromTemplate(
  viewer: Viewer,
  input: { slug: string; language: "en" | "pt" },
): Promise<{ document: NewsletterDocument; name: string }> {
  const template = getTemplate(input.slug, input.language);
  if (template.pro) await assertFeature(viewer.workspaceId, "pro_templates");
  const workspace = await db().workspace.findUnique({
    where: { id: viewer.workspaceId },
    select: { name: true },
  });
  const blocks = template.document.blocks.map(
    (block): Block => (block.type === "masthead" ? { ...block, title: workspace?.name ?? "" } : block),
  );
  return { document: { ...template.document, blocks }, name: getTemplate(input.slug, viewer.locale).name };
}
