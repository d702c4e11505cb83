import type { Viewer } from "@/lib/accounts/viewer";
import { createThread } from "@/lib/composer/create-thread";
import { documentFromMarkdown } from "@/lib/content/markdown";
import { createNewsletter } from "@/lib/newsletters/create-newsletter";
import type { NewsletterView } from "@/lib/newsletters/newsletter-schema";

type NewsletterWishes = { subject?: string; markdown?: string };

const words = `# The harbour in winter

Three boats, one lamp and a great deal of rope.

[Read the logbook](https://harbour.example/logbook)`;

/** A small newsletter with a headline, a paragraph, a link and a footer. */
export function givenNewsletter(viewer: Viewer, wishes: NewsletterWishes = {}): Promise<NewsletterView> {
  const subject = wishes.subject ?? "The harbour in winter";
  return createNewsletter(viewer, {
    document: documentFromMarkdown(wishes.markdown ?? words, { subject, preheader: "Three boats, one lamp" }),
  });
}

/** An empty conversation. */
export async function givenThread(viewer: Viewer): Promise<string> {
  return (await createThread(viewer)).id;
}
