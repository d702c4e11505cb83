import type { NewsletterDocument } from "@/lib/content/document-schema";
import { documentToMarkdown } from "@/lib/content/markdown";
import { getTemplate } from "@/lib/templates/get-template";
import { listTemplates } from "@/lib/templates/list-templates";
import type { TemplateView } from "@/lib/templates/template-schema";

export function templateChoices(locale: "en" | "pt"): TemplateView[] {
  return listTemplates(locale);
}

/** Whether the document is dressed as this template: they share palette and typeface. */
export function wearsTemplate(document: NewsletterDocument, slug: string): boolean {
  const { palette, typeface } = getTemplate(slug, "en").document.meta.theme;
  return document.meta.theme.palette === palette && document.meta.theme.typeface === typeface;
}

/** Whether nobody wrote a word yet: the paper still shows what a template brought along. */
export function isExample(document: NewsletterDocument): boolean {
  const words = wordsOf(document);
  return listTemplates("en").some(({ slug }) =>
    (["en", "pt"] as const).some((locale) => wordsOf(getTemplate(slug, locale).document) === words),
  );
}

// The masthead carries the workspace's name, so it differs from the template's own.
function wordsOf(document: NewsletterDocument): string {
  const blocks = document.blocks.filter((block) => block.type !== "masthead");
  return documentToMarkdown({ ...document, blocks });
}
