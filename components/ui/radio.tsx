"use client";

import { RadioGroup as RadioPrimitive } from "radix-ui";
import { type ComponentProps, type ReactNode, useId } from "react";
import { cn } from "./cn";

export function RadioGroup({ className, ...props }: ComponentProps<typeof RadioPrimitive.Root>) {
  return <RadioPrimitive.Root className={cn("grid gap-1", className)} {...props} />;
}

type RadioItemProps = ComponentProps<typeof RadioPrimitive.Item> & { label: ReactNode; hint?: ReactNode };

/** One choice with its label, the whole row of which can be clicked, and an optional sentence under it. */
export function RadioItem({ className, label, hint, ...props }: RadioItemProps) {
  const id = useId();
  return (
    <div className={cn("flex gap-2.5 rounded-control py-1 touch:py-2.5", className)}>
      <RadioPrimitive.Item
        id={id}
        aria-describedby={hint ? `${id}-hint` : undefined}
        className="mt-0.5 grid size-4.5 shrink-0 place-items-center rounded-full bg-surface shadow-[inset_0_0_0_1px_var(--line-strong)] hover:shadow-[inset_0_0_0_1px_var(--ink-soft)] disabled:opacity-55 data-[state=checked]:bg-accent data-[state=checked]:shadow-none"
        {...props}
      >
        <RadioPrimitive.Indicator className="size-2 rounded-full bg-on-accent" />
      </RadioPrimitive.Item>
      <div className="grid gap-0.5">
        <label htmlFor={id} className="cursor-pointer text-base text-ink">
          {label}
        </label>
        {hint && (
          <p id={`${id}-hint`} className="text-ink-faint text-sm">
            {hint}
          </p>
        )}
      </div>
    </div>
  );
}
