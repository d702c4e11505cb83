"use client";

import { Check, Minus } from "lucide-react";
import { Checkbox as CheckboxPrimitive } from "radix-ui";
import type { ComponentProps } from "react";
import { cn } from "./cn";

/** Put it beside a Label with the same id. `checked="indeterminate"` draws a dash. */
export function Checkbox({ className, ...props }: ComponentProps<typeof CheckboxPrimitive.Root>) {
  return (
    <CheckboxPrimitive.Root
      className={cn(
        "group relative grid size-4.5 shrink-0 place-items-center rounded-sm bg-surface text-on-accent shadow-[inset_0_0_0_1px_var(--line-strong)] transition-colors after:absolute after:-inset-2 hover:shadow-[inset_0_0_0_1px_var(--ink-soft)] disabled:opacity-55 aria-invalid:shadow-[inset_0_0_0_1px_var(--bad)] data-[state=checked]:bg-accent data-[state=indeterminate]:bg-accent data-[state=checked]:shadow-none data-[state=indeterminate]:shadow-none touch:after:-inset-3.5",
        className,
      )}
      {...props}
    >
      <CheckboxPrimitive.Indicator>
        <Check aria-hidden strokeWidth={3} className="size-3.5 group-data-[state=indeterminate]:hidden" />
        <Minus
          aria-hidden
          strokeWidth={3}
          className="hidden size-3.5 group-data-[state=indeterminate]:block"
        />
      </CheckboxPrimitive.Indicator>
    </CheckboxPrimitive.Root>
  );
}
