"use client";

import { Ellipsis, Pencil, SquarePen, Trash2 } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
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
import type { ThreadListItem } from "@/lib/composer/composer-schema";

type ThreadListProps = {
  threads: readonly ThreadListItem[];
  currentId: string;
  onNew: () => void;
  onRename: (threadId: string, title: string) => Promise<boolean>;
  onRemove: (threadId: string) => Promise<void>;
};

/** Every conversation, newest first; each can be renamed and deleted. */
export function ThreadList({ threads, currentId, onNew, onRename, onRemove }: ThreadListProps) {
  const t = useTranslations("chat");
  const [renaming, setRenaming] = useState<ThreadListItem | null>(null);
  const [removing, setRemoving] = useState<ThreadListItem | null>(null);
  return (
    <nav aria-label={t("threads")} className="flex min-h-0 flex-col gap-2">
      <Button asChild size="small" className="justify-start">
        <Link href="/chat" onClick={onNew}>
          <SquarePen aria-hidden />
          {t("newThread")}
        </Link>
      </Button>
      {threads.length === 0 && <p className="px-2 py-1 text-ink-faint text-sm">{t("noThreads")}</p>}
      <ul className="grid min-h-0 grid-cols-[minmax(0,1fr)] content-start gap-px overflow-y-auto">
        {threads.map((thread) => (
          <li
            key={thread.id}
            className={cn(
              "group/thread flex items-center rounded-control hover:bg-hover",
              thread.id === currentId && "bg-accent-soft",
            )}
          >
            <Link
              href={`/chat/${thread.id}`}
              aria-current={thread.id === currentId ? "page" : undefined}
              className="flex min-w-0 grow items-center gap-2 px-2 py-1.5 text-sm touch:min-h-11"
            >
              <span className="truncate">{thread.title}</span>
              {thread.isWriting && (
                <span className="shrink-0">
                  <span aria-hidden className="block size-1.5 animate-pulse-soft rounded-full bg-mark" />
                  <span className="sr-only">{t("writingNow")}</span>
                </span>
              )}
            </Link>
            <DropdownMenu>
              <DropdownMenuTrigger asChild>
                <Button
                  variant="quiet"
                  size="icon-small"
                  aria-label={t("threadActions", { title: thread.title })}
                  className="opacity-0 focus-visible:opacity-100 group-hover/thread:opacity-100 data-[state=open]:opacity-100 touch:opacity-100"
                >
                  <Ellipsis aria-hidden />
                </Button>
              </DropdownMenuTrigger>
              <DropdownMenuContent align="end">
                <DropdownMenuItem onSelect={() => setRenaming(thread)}>
                  <Pencil aria-hidden />
                  {t("rename")}
                </DropdownMenuItem>
                <DropdownMenuItem tone="danger" onSelect={() => setRemoving(thread)}>
                  <Trash2 aria-hidden />
                  {t("delete")}
                </DropdownMenuItem>
              </DropdownMenuContent>
            </DropdownMenu>
          </li>
        ))}
      </ul>
      {renaming && <RenameDialog thread={renaming} onRename={onRename} onClose={() => setRenaming(null)} />}
      <ConfirmDialog
        open={removing !== null}
        onOpenChange={(isOpen) => !isOpen && setRemoving(null)}
        title={t("deleteTitle", { title: removing?.title ?? "" })}
        sentence={t("deleteSentence")}
        confirm={t("delete")}
        onConfirm={async () => {
          if (removing) await onRemove(removing.id);
        }}
      />
    </nav>
  );
}

type RenameDialogProps = {
  thread: ThreadListItem;
  onRename: ThreadListProps["onRename"];
  onClose: () => void;
};

function RenameDialog({ thread, onRename, onClose }: RenameDialogProps) {
  const t = useTranslations("chat");
  const tWords = useTranslations("words");
  const [title, setTitle] = useState(thread.title);
  const [isBusy, setBusy] = useState(false);
  async function save(event: FormEvent) {
    event.preventDefault();
    if (title.trim() === "") return;
    setBusy(true);
    const isRenamed = await onRename(thread.id, title.trim());
    setBusy(false);
    if (isRenamed) onClose();
  }
  return (
    <Dialog open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <DialogContent
        title={t("renameTitle")}
        width="narrow"
        footer={
          <>
            <Button onClick={onClose}>{tWords("cancel")}</Button>
            <Button
              variant="primary"
              type="submit"
              form="rename-thread"
              isBusy={isBusy}
              disabled={title.trim() === ""}
            >
              {tWords("save")}
            </Button>
          </>
        }
      >
        <form id="rename-thread" onSubmit={save}>
          <Field label={t("renameLabel")}>
            <Input
              value={title}
              maxLength={120}
              onChange={(event) => setTitle(event.target.value)}
              autoFocus
            />
          </Field>
        </form>
      </DialogContent>
    </Dialog>
  );
}
