import { z } from "zod";
import { emailSchema } from "@/lib/platform/email-address";
import { idSchema } from "@/lib/platform/ids";
import { cleanText } from "./contact-rules";

export const contactStatuses = ["pending", "subscribed", "unsubscribed", "bounced", "complained"] as const;
export const contactSorts = ["email", "-email", "name", "-name", "createdAt", "-createdAt"] as const;
export type ContactSort = (typeof contactSorts)[number];

export const maxFields = 50;
export const maxFieldLength = 2_000;
export const maxNameLength = 200;
export const maxTagLength = 60;
/** How many contacts one action on a selection takes. */
export const maxSelection = 200;

const addressSchema = z
  .string({ error: "required" })
  .trim()
  .min(1, "required")
  .refine((value) => emailSchema.safeParse(value).success, "email_invalid");

const nameSchema = z
  .string()
  .transform(cleanText)
  .pipe(z.string().max(maxNameLength, "too_long"))
  .transform((name) => name || null);

export const fieldKeySchema = z
  .string()
  .transform(cleanText)
  .pipe(z.string().regex(/^[\p{L}\p{N}][\p{L}\p{N} _.-]{0,63}$/u, "field_key_invalid"));

const fieldValueSchema = z.union([
  z.string().max(maxFieldLength, "too_long").transform(cleanText),
  z.number(),
  z.boolean(),
]);
export type FieldValue = string | number | boolean;
export type ContactFields = Record<string, FieldValue>;

const fieldsSchema = z
  .record(fieldKeySchema, fieldValueSchema)
  .refine((fields) => Object.keys(fields).length <= maxFields, "too_many_fields");
/** In a change, null takes a field away. */
const fieldsPatchSchema = z
  .record(fieldKeySchema, fieldValueSchema.nullable())
  .refine((fields) => Object.keys(fields).length <= maxFields, "too_many_fields");

export const tagNameSchema = z
  .string()
  .transform(cleanText)
  .pipe(z.string().min(1, "required").max(maxTagLength, "too_long"));
const tagsSchema = z.array(tagNameSchema).max(50, "too_many_tags");
const listsSchema = z.array(idSchema("list")).max(100);
const statusSchema = z.enum(contactStatuses);

export const createContactInput = z.object({
  email: addressSchema,
  firstName: nameSchema.nullish(),
  lastName: nameSchema.nullish(),
  fields: fieldsSchema.optional(),
  tags: tagsSchema.optional(),
  lists: listsSchema.optional(),
  status: statusSchema.optional(),
});
export type CreateContactInput = z.input<typeof createContactInput>;

export const updateContactInput = z.object({
  id: idSchema("contact"),
  email: addressSchema.optional(),
  firstName: nameSchema.nullish(),
  lastName: nameSchema.nullish(),
  fields: fieldsPatchSchema.optional(),
  /** The whole set, as are lists. */
  tags: tagsSchema.optional(),
  lists: listsSchema.optional(),
  status: statusSchema.optional(),
});
export type UpdateContactInput = z.input<typeof updateContactInput>;

export const contactSelectionInput = z.object({
  ids: z.array(idSchema("contact")).min(1).max(maxSelection),
});

export const listContactsQuery = z.object({
  search: z.string().max(200).optional(),
  /** A list's id. */
  list: idSchema("list").optional(),
  /** A tag's name or id. */
  tag: z.string().max(maxTagLength).optional(),
  status: statusSchema.optional(),
  sort: z.enum(contactSorts).default("-createdAt"),
  cursor: z.string().max(2_000).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type ListContactsQuery = z.input<typeof listContactsQuery>;
export type ContactFilter = Pick<z.output<typeof listContactsQuery>, "search" | "list" | "tag" | "status">;

export const listNameSchema = z
  .string({ error: "required" })
  .transform(cleanText)
  .pipe(z.string().min(1, "required").max(80, "too_long"));
export const createListInput = z.object({ name: listNameSchema });
export const renameListInput = z.object({ id: idSchema("list"), name: listNameSchema });
