import { z } from "zod";
import { idSchema } from "@/lib/platform/ids";
import { fieldKeySchema, tagNameSchema } from "./contact-schema";

/** The largest file that is taken, in bytes: about three million rows. */
export const maxUploadBytes = 256 * 1024 * 1024;
/** What REST takes in one multipart request; beyond it `use_upload`. */
export const maxMultipartBytes = 4 * 1024 * 1024;
export const maxColumns = 200;

export const duplicatePolicies = ["skip", "update", "merge"] as const;

/** Where a column's cells go; a custom field is `fields.<key>`. */
export const standardTargets = ["email", "firstName", "lastName", "name", "status", "tags"] as const;
export type StandardTarget = (typeof standardTargets)[number];
export type ImportTarget = StandardTarget | `fields.${string}`;
/** One target a column; null for a column that is left out. */
export type ImportColumns = (ImportTarget | null)[];

export const createUploadInput = z.object({
  name: z.string().trim().min(1, "required").max(255, "too_long"),
  size: z.number().int().min(0),
  type: z.string().max(200).default("text/csv"),
});

const isStandard = (value: string): value is StandardTarget =>
  standardTargets.some((target) => target === value);

/** `email`, `fields.city`, or a bare `city` for the custom field of that name; `ignore` and null leave the column out. */
export const targetSchema = z
  .string()
  .nullable()
  .transform((value, context): ImportTarget | null => {
    if (value === null || value === "" || value === "ignore") return null;
    if (isStandard(value)) return value;
    const key = fieldKeySchema.safeParse(value.startsWith("fields.") ? value.slice("fields.".length) : value);
    if (key.success) return `fields.${key.data}`;
    context.addIssue({ code: "custom", message: "import_mapping_unknown" });
    return z.NEVER;
  });

export const startImportInput = z.object({
  uploadId: idSchema("upload"),
  /** By header; columns that are not named match by their header. */
  mapping: z.record(z.string(), targetSchema).optional(),
  /** By position, as the preview showed them; wins over `mapping`. */
  columns: z.array(targetSchema).max(maxColumns).optional(),
  policy: z.enum(duplicatePolicies).default("skip"),
  list: idSchema("list").nullish(),
  tags: z.array(tagNameSchema).max(20, "too_many_tags").default([]),
});
export type StartImportInput = z.input<typeof startImportInput>;

/** Why a row was not imported; texts stand in messages/*\/contacts.json and, in English, in the error report. */
export const rowErrors = {
  email_missing: "There is no e-mail address.",
  email_invalid: "This is not an e-mail address.",
  status_unknown: "The status is none of pending, subscribed, unsubscribed, bounced, complained.",
  name_too_long: "A name holds at most 200 characters.",
  field_too_long: "A custom field holds at most 2,000 characters.",
  too_many_fields: "A contact holds at most 50 custom fields.",
  tag_too_long: "A tag holds at most 60 characters.",
  too_many_columns: "The row has more columns than the header.",
  quote: "A quotation mark is opened and not closed on this line.",
  too_long: "The row is longer than 256 kB.",
  limit_reached: "The plan's number of contacts is reached.",
} as const;
export type RowErrorCode = keyof typeof rowErrors;
