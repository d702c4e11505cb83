import type { Audience } from "@/lib/contacts/audience-schema";
import type { NewsletterDocument } from "@/lib/content/document-schema";
import { sha256 } from "@/lib/platform/crypto";
import type { SenderView } from "./sender-view";

export type HashedContent = {
  document: NewsletterDocument;
  audience: Audience;
  sender: SenderView;
  postalAddress: string;
};

/** One hash over what is sent, to whom by rule, and in whose name: equal exactly when all of it is equal. */
export function hashContent({ document, audience, sender, postalAddress }: HashedContent): string {
  const { fromName, fromEmail, replyTo } = sender;
  const rule = {
    all: audience.all === true,
    lists: [...(audience.lists ?? [])].sort(),
    segments: [...(audience.segments ?? [])].sort(),
  };
  return sha256(
    canonical({ document, audience: rule, sender: { fromName, fromEmail, replyTo }, postalAddress }),
  );
}

/** JSON with sorted keys: the same value is always the same text. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "null";
  const entries = Object.entries(value).filter(([, entry]) => entry !== undefined);
  entries.sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, entry]) => `${JSON.stringify(key)}:${canonical(entry)}`).join(",")}}`;
}
