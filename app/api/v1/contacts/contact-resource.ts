import { z } from "zod";
import type { ContactView } from "@/lib/contacts/contact-view";
import type { ImportView } from "@/lib/contacts/get-import";
import type { ListView } from "@/lib/contacts/list-lists";
import { AppError } from "@/lib/platform/errors";
import { type IdKind, plainId, publicId } from "@/lib/platform/ids";

/** What is no id of the kind is not there, like an id of another workspace. */
export function paramsOf(kind: IdKind) {
  return z.object({
    id: z.string().transform((value) => {
      const id = plainId(kind, value);
      if (!id) throw new AppError("not_found", `no such ${kind}`);
      return id;
    }),
  });
}

/** A contact as REST v1 shows it: tags by name, lists by id. */
export function contactResource(contact: ContactView) {
  return {
    id: publicId("contact", contact.id),
    email: contact.email,
    firstName: contact.firstName,
    lastName: contact.lastName,
    fields: contact.fields,
    status: contact.status,
    tags: contact.tags.map((tag) => tag.name),
    lists: contact.lists.map((list) => publicId("list", list.id)),
    createdAt: contact.createdAt,
    updatedAt: contact.updatedAt,
  };
}

export function listResource(list: ListView) {
  return {
    id: publicId("list", list.id),
    name: list.name,
    contacts: list.contacts,
    createdAt: list.createdAt,
  };
}

export function importResource(imported: ImportView) {
  return {
    id: publicId("import", imported.id),
    status: imported.status,
    rows: imported.rows,
    ...(imported.failureCode ? { failure: imported.failureCode } : {}),
    createdAt: imported.createdAt,
    finishedAt: imported.finishedAt,
  };
}
