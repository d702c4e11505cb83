"use client";

import { Search } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { Chip } from "@/components/ui/chip";
import { Input } from "@/components/ui/input";
import { Select, SelectContent, SelectItem, SelectTrigger, SelectValue } from "@/components/ui/select";
import type { TagView } from "@/lib/contacts/contact-view";
import type { ListView } from "@/lib/contacts/list-lists";
import { type ContactsQuery, contactsHref } from "./contacts-address";

type FilterBarProps = { lists: readonly ListView[]; tags: readonly TagView[]; query: ContactsQuery };

const statuses = ["subscribed", "pending", "unsubscribed", "bounced", "complained"] as const;
const anything = "any";

/** Search and filters; all of it stands in the address, so that it can be shared and gone back to. */
export function FilterBar({ lists, tags, query }: FilterBarProps) {
  const t = useTranslations("contacts");
  const router = useRouter();
  const [isPending, startTransition] = useTransition();
  const go = (change: Parameters<typeof contactsHref>[1]) =>
    startTransition(() => router.replace(contactsHref(query, change), { scroll: false }));
  const list = lists.find((one) => one.id === query.list);
  const tag = tags.find((one) => one.id === query.tag);
  const chips = [
    query.search ? { key: "search", text: t("filters.matching", { search: query.search }) } : null,
    list ? { key: "list", text: t("filters.inList", { name: list.name }) } : null,
    tag ? { key: "tag", text: t("filters.withTag", { name: tag.name }) } : null,
    query.status ? { key: "status", text: t(`status.${query.status}`) } : null,
  ].filter((chip) => chip !== null);

  return (
    <div className="grid gap-2.5">
      <search className="flex flex-wrap gap-2">
        <SearchBox
          value={query.search}
          isPending={isPending}
          onSearch={(search) => go({ search: search || undefined })}
        />
        <FilterSelect
          label={t("filters.status")}
          any={t("filters.anyStatus")}
          value={query.status}
          options={statuses.map((status) => ({ id: status, name: t(`status.${status}`) }))}
          onChange={(status) => go({ status })}
        />
        {tags.length > 0 && (
          <FilterSelect
            label={t("filters.tag")}
            any={t("filters.anyTag")}
            value={query.tag}
            options={tags}
            onChange={(next) => go({ tag: next })}
          />
        )}
      </search>
      {chips.length > 0 && (
        <ul aria-label={t("filters.label")} className="flex flex-wrap items-center gap-2">
          {chips.map((chip) => (
            <li key={chip.key} className="max-w-full">
              <Chip
                removeLabel={t("filters.remove", { name: chip.text })}
                onRemove={() => go({ [chip.key]: undefined })}
              >
                {chip.text}
              </Chip>
            </li>
          ))}
          <li>
            <Button
              variant="link"
              size="inline"
              className="text-sm"
              onClick={() => startTransition(() => router.replace(contactsHref({ sort: query.sort })))}
            >
              {t("filters.clear")}
            </Button>
          </li>
        </ul>
      )}
    </div>
  );
}

const pauseMs = 250;

function SearchBox({
  value,
  isPending,
  onSearch,
}: {
  value: string;
  isPending: boolean;
  onSearch: (search: string) => void;
}) {
  const t = useTranslations("contacts");
  const [text, setText] = useState(value);
  const asked = useRef(value);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  // The address changed by other means (a chip removed, the browser's back): it wins over what stands here.
  useEffect(() => {
    if (value === asked.current) return;
    asked.current = value;
    setText(value);
  }, [value]);
  useEffect(() => () => clearTimeout(timer.current), []);

  function ask(search: string) {
    clearTimeout(timer.current);
    if (search === asked.current) return;
    asked.current = search;
    onSearch(search);
  }
  return (
    <form
      className="relative min-w-48 grow basis-full sm:basis-64"
      aria-busy={isPending}
      onSubmit={(event) => {
        event.preventDefault();
        ask(text.trim());
      }}
    >
      <Search aria-hidden className="absolute top-1/2 left-3 size-4 -translate-y-1/2 text-ink-faint" />
      <Input
        type="search"
        value={text}
        aria-label={t("search")}
        placeholder={t("search")}
        title={t("searchHint")}
        maxLength={200}
        className="ps-9"
        onChange={(event) => {
          const next = event.target.value;
          setText(next);
          clearTimeout(timer.current);
          timer.current = setTimeout(() => ask(next.trim()), pauseMs);
        }}
      />
    </form>
  );
}

type FilterSelectProps = {
  label: string;
  any: string;
  value: string | undefined;
  options: readonly { id: string; name: string }[];
  onChange: (value: string | undefined) => void;
};

function FilterSelect({ label, any, value, options, onChange }: FilterSelectProps) {
  const isKnown = options.some((option) => option.id === value);
  return (
    <div className="min-w-0 grow basis-32 sm:grow-0 sm:basis-auto">
      <Select
        value={isKnown ? value : anything}
        onValueChange={(next) => onChange(next === anything ? undefined : next)}
      >
        <SelectTrigger aria-label={label} className="w-full sm:w-40">
          <SelectValue />
        </SelectTrigger>
        <SelectContent>
          <SelectItem value={anything}>{any}</SelectItem>
          {options.map((option) => (
            <SelectItem key={option.id} value={option.id}>
              {option.name}
            </SelectItem>
          ))}
        </SelectContent>
      </Select>
    </div>
  );
}
