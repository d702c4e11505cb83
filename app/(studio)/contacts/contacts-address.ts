import type { ContactSort } from "@/lib/contacts/contact-schema";
import type { ContactView } from "@/lib/contacts/contact-view";

/** What the address of the contacts page says. */
export type ContactsQuery = {
  search: string;
  list?: string | undefined;
  tag?: string | undefined;
  status?: ContactView["status"] | undefined;
  sort: ContactSort;
  cursor?: string | undefined;
};

/** The page's address with a change; the cursor belongs to the old order and goes. */
export function contactsHref(
  query: Partial<ContactsQuery>,
  change: Partial<Record<keyof ContactsQuery, string | undefined>> = {},
): string {
  const next = { ...query, cursor: undefined, ...change };
  const params = new URLSearchParams();
  for (const [key, value] of Object.entries(next)) {
    if (value && !(key === "sort" && value === "-createdAt")) params.set(key, value);
  }
  const text = params.toString();
  return text ? `/contacts?${text}` : "/contacts";
}

/** The order that a click on a column's title leads to. */
export function nextSort(current: ContactSort, key: "email" | "name" | "createdAt"): ContactSort {
  if (current === key) return `-${key}`;
  if (current === `-${key}`) return key;
  return key === "createdAt" ? "-createdAt" : key;
}
