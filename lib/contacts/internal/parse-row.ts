import { emailSchema, foldEmail } from "@/lib/platform/email-address";
import type { ContactStatus } from "@/lib/platform/generated/prisma/enums";
import { cleanText, foldText } from "../contact-rules";
import {
  type ContactFields,
  maxFieldLength,
  maxFields,
  maxNameLength,
  maxTagLength,
} from "../contact-schema";
import type { ImportColumns, RowErrorCode } from "../import-schema";

/** A row of a file as a contact would have it; what the file does not say is null or empty. */
export type ParsedRow = {
  email: string;
  emailFolded: string;
  firstName: string | null;
  lastName: string | null;
  fields: ContactFields;
  status: ContactStatus | null;
  tags: string[];
};

export type RowFault = { code: RowErrorCode; column: number | null };

/** The row as a contact, or why it is none, with the column (from 1) at fault. */
export function parseRow(cells: readonly string[], columns: ImportColumns): ParsedRow | RowFault {
  const row: ParsedRow = {
    email: "",
    emailFolded: "",
    firstName: null,
    lastName: null,
    fields: {},
    status: null,
    tags: [],
  };
  const extra = cells.findIndex((cell, index) => index >= columns.length && cell.trim() !== "");
  if (extra >= 0) return { code: "too_many_columns", column: extra + 1 };
  for (let index = 0; index < columns.length; index += 1) {
    const target = columns[index];
    const text = cleanText(cells[index] ?? "");
    if (!target || (text === "" && target !== "email")) continue;
    const code = fillIn(row, target, text);
    if (code) return { code, column: index + 1 };
  }
  if (Object.keys(row.fields).length > maxFields) return { code: "too_many_fields", column: null };
  return row;
}

function fillIn(row: ParsedRow, target: string, text: string): RowErrorCode | null {
  switch (target) {
    case "email":
      return fillEmail(row, text);
    case "firstName":
    case "lastName":
      if (text.length > maxNameLength) return "name_too_long";
      row[target] = text;
      return null;
    case "name":
      return fillName(row, text);
    case "status":
      row.status = statusWords.get(foldText(text)) ?? null;
      return row.status === null ? "status_unknown" : null;
    case "tags":
      return fillTags(row, text);
    default:
      if (text.length > maxFieldLength) return "field_too_long";
      row.fields[target.slice("fields.".length)] = text;
      return null;
  }
}

function fillEmail(row: ParsedRow, text: string): RowErrorCode | null {
  if (text === "") return "email_missing";
  const parsed = emailSchema.safeParse(text);
  if (!parsed.success) return "email_invalid";
  row.email = parsed.data;
  row.emailFolded = foldEmail(parsed.data);
  return null;
}

/** The first word is the first name; columns of their own win. */
function fillName(row: ParsedRow, text: string): RowErrorCode | null {
  const [first = "", ...rest] = text.split(" ");
  if (first.length > maxNameLength || text.length > maxNameLength * 2) return "name_too_long";
  row.firstName ??= first;
  row.lastName ??= rest.join(" ") || null;
  return null;
}

function fillTags(row: ParsedRow, text: string): RowErrorCode | null {
  row.tags = text
    .split(/[;|,]/)
    .map((tag) => tag.trim())
    .filter(Boolean)
    .slice(0, 50);
  return row.tags.some((tag) => tag.length > maxTagLength) ? "tag_too_long" : null;
}

/** Folded words of exports in English and Portuguese. */
const statusWords = new Map<string, ContactStatus>([
  ["subscribed", "subscribed"],
  ["active", "subscribed"],
  ["inscrito", "subscribed"],
  ["ativo", "subscribed"],
  ["pending", "pending"],
  ["unconfirmed", "pending"],
  ["pendente", "pending"],
  ["unsubscribed", "unsubscribed"],
  ["opted out", "unsubscribed"],
  ["cancelado", "unsubscribed"],
  ["descadastrado", "unsubscribed"],
  ["bounced", "bounced"],
  ["cleaned", "bounced"],
  ["devolvido", "bounced"],
  ["complained", "complained"],
  ["spam", "complained"],
]);
