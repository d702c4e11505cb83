import { AppError } from "@/lib/platform/errors";
import { catalogue, viewOf } from "./internal/catalogue";
import type { TemplateLocale, TemplateWithDocument } from "./template-schema";

/**
 * One template with a document of its own: changing it changes nothing for others. Block ids are stable and speak
 * (`headline`, `story-1`). Throws AppError("not_found").
 */
export function getTemplate(slug: string, locale: TemplateLocale): TemplateWithDocument {
  const template = catalogue.find((candidate) => candidate.slug === slug);
  if (!template) throw new AppError("not_found", `No template "${slug}"`);
  return { ...viewOf(template, locale), document: structuredClone(template.document[locale]) };
}
