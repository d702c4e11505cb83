import type { ComponentProps } from "react";
import { cn } from "./cn";

export const controlStyle =
  "w-full rounded-control bg-surface text-ink text-base shadow-[inset_0_0_0_1px_var(--line-strong)] transition-shadow hover:shadow-[inset_0_0_0_1px_var(--ink-soft)] disabled:cursor-not-allowed disabled:opacity-55 aria-invalid:shadow-[inset_0_0_0_1px_var(--bad)] touch:text-md";

export function Input({ className, type = "text", ...props }: ComponentProps<"input">) {
  return <input type={type} className={cn(controlStyle, "h-9 px-3 touch:h-11", className)} {...props} />;
}
