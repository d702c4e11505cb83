"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { Dialog as DialogPrimitive } from "radix-ui";
import type { ComponentProps, ReactNode } from "react";
import { Button } from "./button";
import { cn } from "./cn";

export const Dialog = DialogPrimitive.Root;
export const DialogTrigger = DialogPrimitive.Trigger;
export const DialogClose = DialogPrimitive.Close;

const overlayStyle = "fixed inset-0 z-50 bg-scrim data-[state=open]:animate-fade-in";

type DialogContentProps = Omit<ComponentProps<typeof DialogPrimitive.Content>, "title"> & {
  title: ReactNode;
  /** One sentence that says what this is for; it describes the dialog to screen readers. */
  sentence?: ReactNode;
  /** The actions, right-aligned, the main one last. */
  footer?: ReactNode;
  width?: "narrow" | "normal" | "wide";
};

/** A dialog with its title, sentence and footer; from below on a phone, centred elsewhere. */
export function DialogContent({
  title,
  sentence,
  footer,
  width = "normal",
  className,
  children,
  ...props
}: DialogContentProps) {
  const t = useTranslations("words");
  return (
    <DialogPrimitive.Portal>
      <DialogPrimitive.Overlay className={overlayStyle} />
      <DialogPrimitive.Content
        {...(sentence ? {} : { "aria-describedby": undefined })}
        className={cn(
          "fixed inset-x-0 bottom-0 z-50 flex max-h-[92dvh] flex-col rounded-t-panel bg-surface-raised text-ink shadow-raised focus-visible:outline-none data-[state=open]:animate-rise-in md:inset-0 md:m-auto md:h-fit md:max-h-[85dvh] md:rounded-panel",
          width === "narrow" && "md:w-[400px]",
          width === "normal" && "md:w-[520px]",
          width === "wide" && "md:w-[min(820px,calc(100vw-48px))]",
          className,
        )}
        {...props}
      >
        <header className="flex items-start justify-between gap-4 px-5 pt-4 pb-3">
          <div className="grid gap-1">
            <DialogPrimitive.Title className="headline text-lg">{title}</DialogPrimitive.Title>
            {sentence && (
              <DialogPrimitive.Description className="text-ink-soft text-base">
                {sentence}
              </DialogPrimitive.Description>
            )}
          </div>
          <DialogPrimitive.Close asChild>
            <Button variant="quiet" size="icon-small" aria-label={t("close")} className="-me-1.5">
              <X aria-hidden />
            </Button>
          </DialogPrimitive.Close>
        </header>
        <div className="min-h-0 grow overflow-y-auto px-5 pt-1 pb-5">{children}</div>
        {footer && (
          <footer className="flex flex-wrap items-center justify-end gap-2 border-t px-5 py-3 pb-[max(12px,env(safe-area-inset-bottom))]">
            {footer}
          </footer>
        )}
      </DialogPrimitive.Content>
    </DialogPrimitive.Portal>
  );
}
