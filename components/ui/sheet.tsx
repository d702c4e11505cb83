"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { Dialog as DialogPrimitive } from "radix-ui";
import type { ComponentProps, ReactNode } from "react";
import { Button } from "./button";
import { cn } from "./cn";

export const Sheet = DialogPrimitive.Root;
export const SheetTrigger = DialogPrimitive.Trigger;
export const SheetClose = DialogPrimitive.Close;

type SheetContentProps = Omit<ComponentProps<typeof DialogPrimitive.Content>, "title"> & {
  title: ReactNode;
  side?: "right" | "left" | "bottom";
};

/** A panel that slides over one edge and leaves the page in sight. */
export function SheetContent({ title, side = "right", className, children, ...props }: SheetContentProps) {
  const t = useTranslations("words");
  return (
    <DialogPrimitive.Portal>
      <DialogPrimitive.Overlay className="fixed inset-0 z-50 bg-scrim data-[state=open]:animate-fade-in" />
      <DialogPrimitive.Content
        aria-describedby={undefined}
        className={cn(
          "fixed z-50 flex flex-col bg-surface-raised text-ink shadow-raised focus-visible:outline-none data-[state=open]:animate-fade-in",
          side === "right" && "inset-y-0 end-0 w-[min(420px,100vw)]",
          side === "left" && "inset-y-0 start-0 w-[min(320px,88vw)]",
          side === "bottom" &&
            "inset-x-0 bottom-0 max-h-[85dvh] rounded-t-panel pb-[env(safe-area-inset-bottom)]",
          className,
        )}
        {...props}
      >
        <header className="flex items-center justify-between gap-4 px-5 pt-4 pb-3">
          <DialogPrimitive.Title className="headline text-lg">{title}</DialogPrimitive.Title>
          <DialogPrimitive.Close asChild>
            <Button variant="quiet" size="icon-small" aria-label={t("close")} className="-me-1.5">
              <X aria-hidden />
            </Button>
          </DialogPrimitive.Close>
        </header>
        <div className="min-h-0 grow overflow-y-auto px-5 pt-1 pb-5">{children}</div>
      </DialogPrimitive.Content>
    </DialogPrimitive.Portal>
  );
}
