import { catalogue, viewOf } from "./internal/catalogue";
import type { TemplateLocale, TemplateView } from "./template-schema";

/** Every template of the marketplace, in the order to show them. */
export function listTemplates(locale: TemplateLocale): TemplateView[] {
  return catalogue.map((template) => viewOf(template, locale));
}
