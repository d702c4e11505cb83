import { assertCan } from "@/lib/accounts/permissions";
import type { Viewer } from "@/lib/accounts/viewer";
import type { NewsletterDocument } from "@/lib/content/document-schema";
import { replaceDocument } from "@/lib/newsletters/change-newsletter";
import { createNewsletter } from "@/lib/newsletters/create-newsletter";
import { documentFromTemplate } from "@/lib/newsletters/document-from-template";
import { getNewsletter } from "@/lib/newsletters/get-newsletter";
import type { SaveSource } from "@/lib/newsletters/newsletter-schema";
import { isExample } from "./internal/template-document";
import { withStep } from "./internal/with-step";
import { pourDocument } from "./pour-rules";

export type TemplateSet = {
  newsletterId: string;
  version: number;
  document: NewsletterDocument;
  name: string;
};

/**
 * Puts the thread's newsletter on another template. Words that somebody wrote are poured into it and kept; a template's own example words
 * give way. Throws `not_found` for an unknown template or a foreign thread, `conflict` once it was sent.
 */
export async function setTemplate(
  viewer: Viewer,
  input: { threadId: string; slug: string; language?: "en" | "pt"; source?: SaveSource },
): Promise<TemplateSet> {
  assertCan(viewer, "chat.use");
  return withStep(viewer, input.threadId, "set_template", async (thread) => {
    const source = input.source ?? "person";
    const current = thread.newsletterId === null ? null : await getNewsletter(viewer, thread.newsletterId);
    const language = input.language ?? current?.document.meta.language ?? viewer.locale;
    const { document: blank, name } = await documentFromTemplate(viewer, { slug: input.slug, language });
    if (current === null) {
      const newsletter = await createNewsletter(viewer, { document: blank, source });
      const { version, document } = newsletter;
      return {
        result: { newsletterId: newsletter.id, version, document, name },
        patch: { newsletterId: newsletter.id },
      };
    }
    const document = isExample(current.document) ? blank : pourDocument(blank, current.document);
    const saved = await replaceDocument(viewer, {
      id: current.id,
      version: current.version,
      document,
      source,
    });
    return { result: { newsletterId: current.id, version: saved.version, document: saved.document, name } };
  });
}
