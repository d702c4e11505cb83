"use client";

import { CircleAlert, CircleCheck, Info, TriangleAlert } from "lucide-react";
import { Toaster as Sonner } from "sonner";

/** Stands once in the shell. Anywhere in a client file: `toast.success(…)`, `toast.error(…)` from "sonner", with `action` for undo. */
export function Toaster() {
  return (
    <Sonner
      position="bottom-right"
      offset={20}
      mobileOffset={{ bottom: 76 }}
      gap={8}
      style={{ fontFamily: "inherit" }}
      icons={{
        success: <CircleCheck aria-hidden className="size-4 text-good" />,
        error: <CircleAlert aria-hidden className="size-4 text-bad" />,
        warning: <TriangleAlert aria-hidden className="size-4 text-warn" />,
        info: <Info aria-hidden className="size-4 text-accent" />,
      }}
      toastOptions={{
        unstyled: true,
        classNames: {
          toast:
            "flex w-[min(380px,calc(100vw-32px))] items-start gap-3 rounded-panel bg-surface-raised px-4 py-3 text-ink text-base shadow-raised",
          icon: "mt-0.5",
          content: "min-w-0 grow",
          title: "font-medium",
          description: "text-ink-soft",
          actionButton:
            "shrink-0 rounded-control px-2 font-medium text-accent underline decoration-accent/40 underline-offset-3 hover:decoration-mark",
          cancelButton: "shrink-0 rounded-control px-2 text-ink-soft",
        },
      }}
    />
  );
}
