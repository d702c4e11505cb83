import type { ComponentProps } from "react";
import { cn } from "./cn";

export function Kbd({ className, ...props }: ComponentProps<"kbd">) {
  return (
    <kbd
      className={cn(
        "inline-grid h-5 min-w-5 place-items-center rounded-sm bg-surface px-1 text-ink-soft text-xs shadow-[inset_0_0_0_1px_var(--line),inset_0_-2px_0_0_var(--line)]",
        className,
      )}
      {...props}
    />
  );
}
