"use client";

import { ArrowDown, ArrowUp } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Checkbox } from "@/components/ui/checkbox";
import { RelativeTime } from "@/components/ui/relative-time";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import type { ContactView, ListRefView } from "@/lib/contacts/contact-view";
import { ContactStatusBadge } from "./contact-status-badge";
import { type ContactsQuery, contactsHref, nextSort } from "./contacts-address";
import { EditableCell } from "./editable-cell";
import { SelectionBar } from "./selection-bar";
import { TagsCell } from "./tags-cell";

type ContactsTableProps = {
  contacts: readonly ContactView[];
  lists: readonly ListRefView[];
  query: ContactsQuery;
  mayWrite: boolean;
};

/** One page of contacts: cells are edited where they stand, a selection brings its bar from below. */
export function ContactsTable({ contacts, lists, query, mayWrite }: ContactsTableProps) {
  const t = useTranslations("contacts.table");
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const chosen = contacts.filter((contact) => selected.has(contact.id));
  const select = (ids: readonly string[], isIn: boolean) =>
    setSelected((before) => {
      const next = new Set(before);
      for (const id of ids) isIn ? next.add(id) : next.delete(id);
      return next;
    });
  const ids = contacts.map((contact) => contact.id);
  return (
    // From a tablet on the rows scroll under their head, and the end of the page stays in sight.
    <div className="md:[&>[role=group]]:max-h-[max(420px,calc(100dvh-268px))] md:[&>[role=group]]:overflow-y-auto">
      <Table aria-label={t("label")} className="normal-nums">
        <TableHead>
          <TableRow className="hover:bg-transparent">
            {mayWrite && (
              <TableHeader className="w-11 pe-0">
                <Checkbox
                  aria-label={t("selectAll")}
                  checked={
                    chosen.length === 0 ? false : chosen.length === contacts.length ? true : "indeterminate"
                  }
                  onCheckedChange={(value) => select(ids, value === true)}
                />
              </TableHeader>
            )}
            <SortHeader query={query} sortKey="email" label={t("email")} />
            <SortHeader
              query={query}
              sortKey="name"
              label={t("firstName")}
              className="hidden sm:table-cell"
            />
            <TableHeader className="hidden sm:table-cell">{t("lastName")}</TableHeader>
            <TableHeader className="hidden md:table-cell">{t("tags")}</TableHeader>
            <TableHeader>{t("status")}</TableHeader>
            <SortHeader
              query={query}
              sortKey="createdAt"
              label={t("added")}
              className="hidden md:table-cell"
            />
          </TableRow>
        </TableHead>
        <TableBody>
          {contacts.map((contact) => (
            <ContactRow
              key={contact.id}
              contact={contact}
              mayWrite={mayWrite}
              isSelected={selected.has(contact.id)}
              onSelect={(isIn) => select([contact.id], isIn)}
            />
          ))}
        </TableBody>
      </Table>
      {chosen.length > 0 && (
        <SelectionBar contacts={chosen} lists={lists} onClear={() => setSelected(new Set())} />
      )}
    </div>
  );
}

type SortHeaderProps = {
  query: ContactsQuery;
  sortKey: "email" | "name" | "createdAt";
  label: string;
  className?: string;
};

function SortHeader({ query, sortKey, label, className }: SortHeaderProps) {
  const t = useTranslations("contacts.table");
  const isUp = query.sort === sortKey;
  const isDown = query.sort === `-${sortKey}`;
  const Arrow = isUp ? ArrowUp : ArrowDown;
  return (
    <TableHeader className={className} aria-sort={isUp ? "ascending" : isDown ? "descending" : "none"}>
      <Link
        href={contactsHref(query, { sort: nextSort(query.sort, sortKey) })}
        scroll={false}
        title={t("sortBy", { field: label })}
        className="-mx-1 inline-flex h-8 items-center gap-1 rounded-control px-1 hover:text-ink"
      >
        {label}
        {(isUp || isDown) && <Arrow aria-hidden className="size-3.5" />}
      </Link>
    </TableHeader>
  );
}

type ContactRowProps = {
  contact: ContactView;
  mayWrite: boolean;
  isSelected: boolean;
  onSelect: (isIn: boolean) => void;
};

function ContactRow({ contact, mayWrite, isSelected, onSelect }: ContactRowProps) {
  const t = useTranslations("contacts.table");
  const name = [contact.firstName, contact.lastName].filter(Boolean).join(" ");
  return (
    <TableRow data-selected={isSelected}>
      {mayWrite && (
        <TableCell className="w-11 pe-0">
          <Checkbox
            aria-label={t("select", { name: name || contact.email })}
            checked={isSelected}
            onCheckedChange={(value) => onSelect(value === true)}
          />
        </TableCell>
      )}
      <TableCell className="max-w-[44vw] sm:max-w-52 md:max-w-72">
        <Link
          href={`/contacts/${contact.id}`}
          className="block truncate font-medium hover:underline hover:decoration-mark hover:decoration-2"
        >
          {contact.email}
        </Link>
        {name && <span className="block truncate text-ink-soft text-sm sm:hidden">{name}</span>}
      </TableCell>
      <TableCell className="hidden max-w-40 sm:table-cell">
        <EditableCell contact={contact} field="firstName" mayWrite={mayWrite} />
      </TableCell>
      <TableCell className="hidden max-w-40 sm:table-cell">
        <EditableCell contact={contact} field="lastName" mayWrite={mayWrite} />
      </TableCell>
      <TableCell className="hidden max-w-48 md:table-cell">
        <TagsCell contact={contact} mayWrite={mayWrite} />
      </TableCell>
      <TableCell>
        <ContactStatusBadge status={contact.status} />
      </TableCell>
      <TableCell className="hidden whitespace-nowrap text-ink-soft text-sm md:table-cell">
        <RelativeTime at={contact.createdAt} />
      </TableCell>
    </TableRow>
  );
}
