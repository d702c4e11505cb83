"use client";

import { useTranslations } from "next-intl";
import { AlertDialog } from "radix-ui";
import { type ReactNode, useState } from "react";
import { Button } from "./button";

type ConfirmDialogProps = {
  /** What opens it; leave out to control it with `open`. */
  trigger?: ReactNode;
  open?: boolean;
  onOpenChange?: (isOpen: boolean) => void;
  /** Named: "Delete 214 contacts". */
  title: ReactNode;
  /** What will be lost and what is kept. */
  sentence: ReactNode;
  /** The button's words: the same verb as the title. */
  confirm: ReactNode;
  /** The dialog closes when this has settled; throw nothing, tell faults by a toast. */
  onConfirm: () => void | Promise<void>;
  tone?: "danger" | "normal";
};

/** A question before something that cannot be taken back; where undo is possible, offer undo instead. */
export function ConfirmDialog({
  trigger,
  open,
  onOpenChange,
  title,
  sentence,
  confirm,
  onConfirm,
  tone = "danger",
}: ConfirmDialogProps) {
  const t = useTranslations("words");
  const [isOpenInside, setOpenInside] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const isOpen = open ?? isOpenInside;
  const setOpen = onOpenChange ?? setOpenInside;
  async function run() {
    setBusy(true);
    await onConfirm();
    setBusy(false);
    setOpen(false);
  }
  return (
    <AlertDialog.Root open={isOpen} onOpenChange={setOpen}>
      {trigger && <AlertDialog.Trigger asChild>{trigger}</AlertDialog.Trigger>}
      <AlertDialog.Portal>
        <AlertDialog.Overlay className="fixed inset-0 z-50 bg-scrim data-[state=open]:animate-fade-in" />
        <AlertDialog.Content className="fixed inset-x-4 bottom-4 z-50 rounded-panel bg-surface-raised p-5 text-ink shadow-raised focus-visible:outline-none data-[state=open]:animate-rise-in md:inset-0 md:m-auto md:h-fit md:w-[440px]">
          <AlertDialog.Title className="headline text-lg">{title}</AlertDialog.Title>
          <AlertDialog.Description className="mt-1.5 text-base text-ink-soft">
            {sentence}
          </AlertDialog.Description>
          <div className="mt-5 flex flex-wrap justify-end gap-2">
            <AlertDialog.Cancel asChild>
              <Button>{t("cancel")}</Button>
            </AlertDialog.Cancel>
            <Button variant={tone === "danger" ? "danger" : "primary"} isBusy={isBusy} onClick={run}>
              {confirm}
            </Button>
          </div>
        </AlertDialog.Content>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}
