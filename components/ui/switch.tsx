"use client";

import { Switch as SwitchPrimitive } from "radix-ui";
import type { ComponentProps } from "react";
import { cn } from "./cn";

/** For what takes effect at once; inside a form that is saved, use a Checkbox. */
export function Switch({ className, ...props }: ComponentProps<typeof SwitchPrimitive.Root>) {
  return (
    <SwitchPrimitive.Root
      className={cn(
        "relative inline-flex h-5.5 w-9.5 shrink-0 items-center rounded-full bg-surface-sunken shadow-[inset_0_0_0_1px_var(--line-strong)] transition-colors after:absolute after:-inset-2 disabled:opacity-55 data-[state=checked]:bg-accent data-[state=checked]:shadow-none touch:after:-inset-3",
        className,
      )}
      {...props}
    >
      <SwitchPrimitive.Thumb className="block size-4 translate-x-[3px] rounded-full bg-ink-faint transition-transform data-[state=checked]:translate-x-[19px] data-[state=checked]:bg-on-accent" />
    </SwitchPrimitive.Root>
  );
}
