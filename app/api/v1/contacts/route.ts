import { createContactInput, listContactsQuery } from "@/lib/contacts/contact-schema";
import { createContact } from "@/lib/contacts/create-contact";
import { listContacts } from "@/lib/contacts/list-contacts";
import { route } from "@/lib/entry/route";
import { contactResource } from "./contact-resource";

export const POST = route(
  { auth: "apiKey", scope: "contacts.write", body: createContactInput },
  async ({ viewer, body }) =>
    Response.json(contactResource(await createContact(viewer, body)), { status: 201 }),
);

export const GET = route(
  { auth: "apiKey", scope: "contacts.read", query: listContactsQuery },
  async ({ viewer, query }) => {
    const { contacts, nextCursor } = await listContacts(viewer, query);
    return Response.json({ data: contacts.map(contactResource), nextCursor });
  },
);
