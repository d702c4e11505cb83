import { z } from "zod";
import { contactSorts, contactStatuses } from "@/lib/contacts/contact-schema";
import type { ContactsQuery } from "./contacts-address";

/** Nonsense in the address reads as nothing. */
const querySchema = z.object({
  search: z.string().trim().max(200).catch("").default(""),
  list: z.uuid().optional().catch(undefined),
  tag: z.uuid().optional().catch(undefined),
  status: z.enum(contactStatuses).optional().catch(undefined),
  sort: z.enum(contactSorts).default("-createdAt").catch("-createdAt"),
  cursor: z.string().max(2_000).optional().catch(undefined),
});

export function readContactsQuery(params: Record<string, string | string[] | undefined>): ContactsQuery {
  return querySchema.parse(params);
}
