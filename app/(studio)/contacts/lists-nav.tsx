"use client";

import { Ellipsis, Plus } from "lucide-react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useFormatter, useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { toast } from "sonner";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Dialog, DialogContent } from "@/components/ui/dialog";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuTrigger,
} from "@/components/ui/dropdown-menu";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import type { ListView } from "@/lib/contacts/list-lists";
import { createListAction, deleteListAction, renameListAction, restoreListAction } from "./actions";
import { type ContactsQuery, contactsHref } from "./contacts-address";

type ListsNavProps = {
  lists: readonly ListView[];
  everyone: number;
  query: ContactsQuery;
  mayWrite: boolean;
};

type Asked = { kind: "create" } | { kind: "rename" | "delete"; list: ListView } | null;

/** The lists with their counts; making, renaming and deleting them. Beside the table, or folded above it on a narrow screen. */
export function ListsNav({ lists, everyone, query, mayWrite }: ListsNavProps) {
  const t = useTranslations("contacts.lists");
  const [asked, setAsked] = useState<Asked>(null);
  const close = () => setAsked(null);
  return (
    <nav aria-label={t("title")} className="min-w-0">
      <details className="group lg:hidden">
        <summary className="flex h-9 items-center rounded-control px-3 font-medium text-base text-ink-soft shadow-[inset_0_0_0_1px_var(--line)] hover:bg-hover touch:h-11">
          {t("manage")} ({lists.length})
        </summary>
        <ListItems {...{ lists, everyone, query, mayWrite }} onAsk={setAsked} />
      </details>
      <div className="hidden lg:block">
        <ListItems {...{ lists, everyone, query, mayWrite }} onAsk={setAsked} />
      </div>
      {asked?.kind === "create" && <NameDialog onClose={close} />}
      {asked?.kind === "rename" && <NameDialog list={asked.list} onClose={close} />}
      {asked?.kind === "delete" && <DeleteDialog list={asked.list} query={query} onClose={close} />}
    </nav>
  );
}

function ListItems({
  lists,
  everyone,
  query,
  mayWrite,
  onAsk,
}: ListsNavProps & { onAsk: (asked: Asked) => void }) {
  const t = useTranslations("contacts.lists");
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-1 pt-2 lg:pt-0">
      <ul className="grid grid-cols-[minmax(0,1fr)] gap-0.5">
        <Item
          href={contactsHref(query, { list: undefined })}
          isCurrent={!query.list}
          name={t("everyone")}
          count={everyone}
        />
        {lists.map((list) => (
          <Item
            key={list.id}
            href={contactsHref(query, { list: list.id })}
            isCurrent={query.list === list.id}
            name={list.name}
            count={list.contacts}
          >
            {mayWrite && (
              <DropdownMenu>
                <DropdownMenuTrigger asChild>
                  <Button variant="quiet" size="icon-small" aria-label={t("actions", { name: list.name })}>
                    <Ellipsis aria-hidden />
                  </Button>
                </DropdownMenuTrigger>
                <DropdownMenuContent align="end">
                  <DropdownMenuItem onSelect={() => onAsk({ kind: "rename", list })}>
                    {t("rename")}
                  </DropdownMenuItem>
                  <DropdownMenuItem tone="danger" onSelect={() => onAsk({ kind: "delete", list })}>
                    {t("delete")}
                  </DropdownMenuItem>
                </DropdownMenuContent>
              </DropdownMenu>
            )}
          </Item>
        ))}
      </ul>
      {mayWrite && (
        <Button
          variant="quiet"
          size="small"
          className="justify-self-start"
          onClick={() => onAsk({ kind: "create" })}
        >
          <Plus aria-hidden />
          {t("create")}
        </Button>
      )}
    </div>
  );
}

type ItemProps = { href: string; isCurrent: boolean; name: string; count: number; children?: ReactNode };

function Item({ href, isCurrent, name, count, children }: ItemProps) {
  const format = useFormatter();
  return (
    <li
      className={cn(
        "flex items-center gap-1 rounded-control pe-1 hover:bg-hover",
        isCurrent && "bg-accent-soft text-accent-strong hover:bg-accent-soft",
      )}
    >
      <Link
        href={href}
        aria-current={isCurrent ? "page" : undefined}
        className="flex h-9 min-w-0 grow items-center justify-between gap-2 rounded-control ps-3 pe-1 text-base touch:h-11"
      >
        <span className="truncate">{name}</span>
        <span className={cn("text-sm tabular-nums", !isCurrent && "text-ink-faint")}>
          {format.number(count)}
        </span>
      </Link>
      {children}
    </li>
  );
}

function NameDialog({ list, onClose }: { list?: ListView; onClose: () => void }) {
  const t = useTranslations("contacts.lists");
  const words = useTranslations("words");
  const [error, setError] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  async function submit(form: FormData) {
    setBusy(true);
    const name = String(form.get("name") ?? "");
    const result = list ? await renameListAction({ id: list.id, name }) : await createListAction({ name });
    setBusy(false);
    if (result.ok) onClose();
    else setError(result.fieldErrors.name ?? result.message);
  }
  return (
    <Dialog open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <DialogContent
        width="narrow"
        title={list ? t("renameTitle", { name: list.name }) : t("createTitle")}
        footer={
          <Button type="submit" form="list-name" variant="primary" isBusy={isBusy}>
            {list ? words("rename") : words("create")}
          </Button>
        }
      >
        <form
          id="list-name"
          onSubmit={(event) => {
            event.preventDefault();
            void submit(new FormData(event.currentTarget));
          }}
        >
          <Field label={t("name")} error={error}>
            <Input name="name" defaultValue={list?.name} maxLength={80} required autoComplete="off" />
          </Field>
        </form>
      </DialogContent>
    </Dialog>
  );
}

function DeleteDialog({
  list,
  query,
  onClose,
}: {
  list: ListView;
  query: ContactsQuery;
  onClose: () => void;
}) {
  const t = useTranslations("contacts.lists");
  const words = useTranslations("words");
  const router = useRouter();
  async function remove() {
    const result = await deleteListAction({ id: list.id });
    if (!result.ok) {
      toast.error(result.message);
      return;
    }
    if (query.list === list.id) router.replace(contactsHref(query, { list: undefined }));
    toast.success(t("deleted", { name: list.name }), {
      action: { label: words("undo"), onClick: () => void undo() },
    });
  }
  async function undo() {
    const result = await restoreListAction({ id: list.id });
    if (!result.ok) toast.error(result.message);
  }
  return (
    <ConfirmDialog
      open
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={t("deleteTitle", { name: list.name })}
      sentence={t("deleteSentence", { count: list.contacts })}
      confirm={t("delete")}
      onConfirm={remove}
    />
  );
}
