"use client";

import { ListPlus, Tag, Trash2, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { toast } from "sonner";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuLabel,
  DropdownMenuTrigger,
} from "@/components/ui/dropdown-menu";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Popover, PopoverContent, PopoverTrigger } from "@/components/ui/popover";
import type { ContactView, ListRefView } from "@/lib/contacts/contact-view";
import { addToListAction, removeContactsAction, restoreContactsAction, tagContactsAction } from "./actions";

type SelectionBarProps = {
  contacts: readonly ContactView[];
  lists: readonly ListRefView[];
  onClear: () => void;
};

/** What can be done with the chosen contacts; it comes from below and stays in sight. */
export function SelectionBar({ contacts, lists, onClear }: SelectionBarProps) {
  const t = useTranslations("contacts.selection");
  const [isRemoving, setRemoving] = useState(false);
  const ids = contacts.map((contact) => contact.id);

  async function addTo(list: ListRefView) {
    const result = await addToListAction({ ids, listId: list.id });
    if (!result.ok) return toast.error(result.message);
    toast.success(t("added", { count: result.data.contacts, name: list.name }));
    onClear();
  }

  return (
    <section
      aria-label={t("label")}
      className="fixed inset-x-4 bottom-20 z-40 mx-auto flex w-fit max-w-[calc(100vw-32px)] flex-wrap items-center gap-1 rounded-panel bg-surface-raised px-3 py-2 shadow-raised animate-rise-in md:bottom-6"
    >
      <p role="status" className="px-1.5 font-medium text-base tabular-nums">
        {t("count", { count: contacts.length })}
      </p>
      <DropdownMenu>
        <DropdownMenuTrigger asChild>
          <Button variant="quiet" size="small">
            <ListPlus aria-hidden />
            {t("addToList")}
          </Button>
        </DropdownMenuTrigger>
        <DropdownMenuContent side="top">
          {lists.length === 0 && <DropdownMenuLabel>{t("noLists")}</DropdownMenuLabel>}
          {lists.map((list) => (
            <DropdownMenuItem key={list.id} onSelect={() => void addTo(list)}>
              <span className="truncate">{list.name}</span>
            </DropdownMenuItem>
          ))}
        </DropdownMenuContent>
      </DropdownMenu>
      <TagButton ids={ids} onDone={onClear} />
      <Button variant="quiet" size="small" onClick={() => setRemoving(true)}>
        <Trash2 aria-hidden />
        {t("remove")}
      </Button>
      <Button variant="quiet" size="icon-small" aria-label={t("clear")} onClick={onClear}>
        <X aria-hidden />
      </Button>
      <RemoveDialog contacts={contacts} isOpen={isRemoving} onOpenChange={setRemoving} onDone={onClear} />
    </section>
  );
}

function TagButton({ ids, onDone }: { ids: string[]; onDone: () => void }) {
  const t = useTranslations("contacts.selection");
  const words = useTranslations("words");
  const [error, setError] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  async function tag(name: string) {
    setBusy(true);
    const result = await tagContactsAction({ ids, tag: name });
    setBusy(false);
    if (!result.ok) return setError(result.fieldErrors.tag ?? result.message);
    toast.success(t("tagged", { count: result.data.contacts, name }));
    onDone();
  }
  return (
    <Popover>
      <PopoverTrigger asChild>
        <Button variant="quiet" size="small">
          <Tag aria-hidden />
          {t("tag")}
        </Button>
      </PopoverTrigger>
      <PopoverContent side="top">
        <form
          className="grid gap-3"
          onSubmit={(event) => {
            event.preventDefault();
            void tag(String(new FormData(event.currentTarget).get("tag") ?? "").trim());
          }}
        >
          <Field label={t("tagTitle", { count: ids.length })} error={error}>
            <Input
              name="tag"
              maxLength={60}
              required
              autoFocus
              autoComplete="off"
              placeholder={t("tagName")}
            />
          </Field>
          <Button type="submit" variant="primary" size="small" isBusy={isBusy} className="justify-self-end">
            {words("add")}
          </Button>
        </form>
      </PopoverContent>
    </Popover>
  );
}

type RemoveDialogProps = {
  contacts: readonly ContactView[];
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  onDone: () => void;
};

function RemoveDialog({ contacts, isOpen, onOpenChange, onDone }: RemoveDialogProps) {
  const t = useTranslations("contacts.remove");
  const words = useTranslations("words");
  const ids = contacts.map((contact) => contact.id);
  const [first] = contacts;
  const name = first ? [first.firstName, first.lastName].filter(Boolean).join(" ") || first.email : "";
  async function undo() {
    const result = await restoreContactsAction({ ids });
    if (result.ok) toast.success(t("undone", { count: result.data.restored }));
    else toast.error(result.message);
  }
  async function remove() {
    const result = await removeContactsAction({ ids });
    if (!result.ok) {
      toast.error(result.message);
      return;
    }
    toast.success(t("done", { count: result.data.removed }), {
      duration: 10_000,
      action: { label: words("undo"), onClick: () => void undo() },
    });
    onDone();
  }
  return (
    <ConfirmDialog
      open={isOpen}
      onOpenChange={onOpenChange}
      title={t("title", { count: contacts.length, name })}
      sentence={t("sentence", { count: contacts.length })}
      confirm={t("confirm", { count: contacts.length })}
      onConfirm={remove}
    />
  );
}
