"use client";

import { useTranslations } from "next-intl";
import {
  Select,
  SelectContent,
  SelectGroup,
  SelectItem,
  SelectTrigger,
  SelectValue,
} from "@/components/ui/select";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import type { ImportColumns, ImportTarget, StandardTarget } from "@/lib/contacts/import-schema";
import type { ImportPreviewView } from "@/lib/contacts/preview-import";

type ColumnTableProps = {
  preview: ImportPreviewView;
  columns: ImportColumns;
  onChange: (columns: ImportColumns) => void;
};

const standard: readonly StandardTarget[] = ["email", "firstName", "lastName", "name", "status", "tags"];
const ignore = "ignore";

/** One row a column of the file: its title, what its first cells say, and where it goes. */
export function ColumnTable({ preview, columns, onChange }: ColumnTableProps) {
  const t = useTranslations("contacts.mapping");
  // A column is its position: titles may repeat.
  const titles = preview.header.map((title, at) => ({ title, at }));
  return (
    <div className="max-h-[42dvh] overflow-y-auto rounded-panel shadow-[inset_0_0_0_1px_var(--line)]">
      <Table aria-label={t("title")}>
        <TableHead>
          <TableRow className="hover:bg-transparent">
            <TableHeader>{t("column")}</TableHeader>
            <TableHeader className="hidden sm:table-cell">{t("sample")}</TableHeader>
            <TableHeader>{t("goesTo")}</TableHeader>
          </TableRow>
        </TableHead>
        <TableBody>
          {titles.map(({ title, at }) => (
            <TableRow key={at}>
              <TableCell className="max-w-36 truncate font-medium">{title}</TableCell>
              <TableCell className="hidden max-w-56 truncate text-ink-soft text-sm sm:table-cell">
                {preview.rows
                  .map((row) => row[at])
                  .filter(Boolean)
                  .slice(0, 3)
                  .join(" · ")}
              </TableCell>
              <TableCell>
                <TargetSelect
                  title={title}
                  fieldKeys={preview.fieldKeys}
                  value={columns[at] ?? null}
                  onChange={(target) => onChange(columns.map((other, n) => (n === at ? target : other)))}
                />
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </div>
  );
}

type TargetSelectProps = {
  title: string;
  fieldKeys: readonly string[];
  value: ImportTarget | null;
  onChange: (target: ImportTarget | null) => void;
};

function TargetSelect({ title, fieldKeys, value, onChange }: TargetSelectProps) {
  const t = useTranslations("contacts.mapping");
  const own = fieldName(title);
  const isNew = own !== "" && !fieldKeys.includes(own);
  const current = value?.startsWith("fields.") ? value.slice("fields.".length) : null;
  const known = [...new Set([...fieldKeys, ...(current && current !== own ? [current] : [])])];
  return (
    <Select
      value={value ?? ignore}
      onValueChange={(next) => onChange(next === ignore ? null : (next as ImportTarget))}
    >
      <SelectTrigger aria-label={t("target", { column: title })} className="w-44 max-w-full">
        <SelectValue />
      </SelectTrigger>
      <SelectContent>
        <SelectGroup>
          {standard.map((target) => (
            <SelectItem key={target} value={target}>
              {t(target)}
            </SelectItem>
          ))}
          {known.map((key) => (
            <SelectItem key={key} value={`fields.${key}`}>
              {t("field", { name: key })}
            </SelectItem>
          ))}
          {isNew && <SelectItem value={`fields.${own}`}>{t("newField", { name: own })}</SelectItem>}
          <SelectItem value={ignore}>{t("ignore")}</SelectItem>
        </SelectGroup>
      </SelectContent>
    </Select>
  );
}

/** A column's title as the name of a custom field: what such a name may hold. */
function fieldName(title: string): string {
  return title
    .replace(/[^\p{L}\p{N} _.-]+/gu, " ")
    .replace(/ {2,}/g, " ")
    .trim()
    .slice(0, 64);
}
