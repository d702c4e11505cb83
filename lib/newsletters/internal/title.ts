import type { NewsletterDocument } from "@/lib/content/document-schema";
import { plainText } from "@/lib/content/inline-schema";

/** What a newsletter is called while nobody named it: its subject, else its first headline, else what it was called. */
export function titleOf(document: NewsletterDocument, before: string): string {
  const headline = document.blocks.find((block) => block.type === "heading");
  const words =
    document.meta.subject.trim() || (headline?.type === "heading" ? plainText(headline.content) : "");
  return words.replace(/\s+/g, " ").trim().slice(0, 200) || before;
}
