"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import {
  contactSelectionInput,
  createContactInput,
  createListInput,
  renameListInput,
  tagNameSchema,
  updateContactInput,
} from "@/lib/contacts/contact-schema";
import { createContact } from "@/lib/contacts/create-contact";
import { createList, deleteList, renameList, restoreList } from "@/lib/contacts/create-list";
import { createUpload } from "@/lib/contacts/create-upload";
import { cancelImport } from "@/lib/contacts/get-import";
import { createUploadInput, startImportInput } from "@/lib/contacts/import-schema";
import { addToList, tagContacts } from "@/lib/contacts/mark-selection";
import { previewImport } from "@/lib/contacts/preview-import";
import { removeContacts, restoreContacts } from "@/lib/contacts/remove-contacts";
import { startImport } from "@/lib/contacts/start-import";
import { updateContact } from "@/lib/contacts/update-contact";
import { action } from "@/lib/entry/action";

const idInput = z.object({ id: z.uuid() });

export const createContactAction = action(
  { name: "contacts.create", input: createContactInput, can: "contacts.write" },
  async (viewer, input) => {
    const { id, email, status } = await createContact(viewer, input);
    revalidatePath("/contacts");
    return { id, email, status };
  },
);

export const updateContactAction = action(
  { name: "contacts.update", input: updateContactInput, can: "contacts.write" },
  async (viewer, input) => {
    const contact = await updateContact(viewer, input);
    revalidatePath("/contacts");
    revalidatePath(`/contacts/${contact.id}`);
    return contact;
  },
);

export const removeContactsAction = action(
  { name: "contacts.remove", input: contactSelectionInput, can: "contacts.write" },
  async (viewer, input) => {
    const removed = await removeContacts(viewer, input);
    revalidatePath("/contacts");
    return removed;
  },
);

export const restoreContactsAction = action(
  { name: "contacts.restore", input: contactSelectionInput, can: "contacts.write" },
  async (viewer, input) => {
    const restored = await restoreContacts(viewer, input);
    revalidatePath("/contacts");
    return restored;
  },
);

export const addToListAction = action(
  {
    name: "contacts.add_to_list",
    input: contactSelectionInput.extend({ listId: z.uuid() }),
    can: "contacts.write",
  },
  async (viewer, input) => {
    const added = await addToList(viewer, input);
    revalidatePath("/contacts");
    return added;
  },
);

export const tagContactsAction = action(
  {
    name: "contacts.tag",
    input: contactSelectionInput.extend({ tag: tagNameSchema }),
    can: "contacts.write",
  },
  async (viewer, input) => {
    const tagged = await tagContacts(viewer, input);
    revalidatePath("/contacts");
    return tagged;
  },
);

export const createListAction = action(
  { name: "lists.create", input: createListInput, can: "contacts.write" },
  async (viewer, input) => {
    const list = await createList(viewer, input);
    revalidatePath("/contacts");
    return { id: list.id, name: list.name };
  },
);

export const renameListAction = action(
  { name: "lists.rename", input: renameListInput, can: "contacts.write" },
  async (viewer, input) => {
    await renameList(viewer, input);
    revalidatePath("/contacts");
  },
);

export const deleteListAction = action(
  { name: "lists.delete", input: idInput, can: "contacts.write" },
  async (viewer, input) => {
    await deleteList(viewer, input.id);
    revalidatePath("/contacts");
  },
);

export const restoreListAction = action(
  { name: "lists.restore", input: idInput, can: "contacts.write" },
  async (viewer, input) => {
    await restoreList(viewer, input.id);
    revalidatePath("/contacts");
  },
);

/** Announces a file; its bytes go to the address given back, not through an action. */
export const createUploadAction = action(
  { name: "contacts.upload", input: createUploadInput, can: "contacts.import" },
  async (viewer, input) => {
    const { uploadId, url, method, headers } = await createUpload(viewer, input);
    const { pathname, search } = new URL(url);
    return { uploadId, path: `${pathname}${search}`, method, headers };
  },
);

export const previewImportAction = action(
  { name: "contacts.preview_import", input: z.object({ uploadId: z.uuid() }), can: "contacts.import" },
  (viewer, input) => previewImport(viewer, input.uploadId),
);

export const startImportAction = action(
  { name: "contacts.import", input: startImportInput, can: "contacts.import" },
  async (viewer, input) => ({ id: (await startImport(viewer, input)).id }),
);

export const cancelImportAction = action(
  { name: "contacts.cancel_import", input: idInput, can: "contacts.import" },
  async (viewer, input) => {
    await cancelImport(viewer, input.id);
    revalidatePath(`/contacts/imports/${input.id}`);
  },
);
