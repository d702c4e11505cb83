import { updateContactInput } from "@/lib/contacts/contact-schema";
import { getContact } from "@/lib/contacts/get-contact";
import { removeContact } from "@/lib/contacts/remove-contacts";
import { updateContact } from "@/lib/contacts/update-contact";
import { route } from "@/lib/entry/route";
import { contactResource, paramsOf } from "../contact-resource";

const params = paramsOf("contact");

export const GET = route(
  { auth: "apiKey", scope: "contacts.read", params },
  async ({ viewer, params: { id } }) => Response.json(contactResource(await getContact(viewer, id))),
);

export const PATCH = route(
  { auth: "apiKey", scope: "contacts.write", params, body: updateContactInput.omit({ id: true }) },
  async ({ viewer, params: { id }, body }) =>
    Response.json(contactResource(await updateContact(viewer, { ...body, id }))),
);

export const DELETE = route(
  { auth: "apiKey", scope: "contacts.write", params },
  async ({ viewer, params: { id } }) => {
    await removeContact(viewer, id);
    return new Response(null, { status: 204 });
  },
);
