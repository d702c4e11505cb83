import { announcement } from "../catalogue/announcement";
import { digest } from "../catalogue/digest";
import { event } from "../catalogue/event";
import { letter } from "../catalogue/letter";
import type { TemplateLocale, TemplateSource, TemplateView } from "../template-schema";

/** The marketplace, in the order to show it. */
export const catalogue: readonly TemplateSource[] = [announcement, digest, event, letter];

export function viewOf(template: TemplateSource, locale: TemplateLocale): TemplateView {
  const { slug, category, pro } = template;
  return {
    slug,
    category,
    pro,
    name: template.name[locale],
    description: template.description[locale],
    thumbnail: `/templates/${slug}-thumbnail.png`,
  };
}
