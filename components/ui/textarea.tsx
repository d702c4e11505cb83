import type { ComponentProps } from "react";
import { cn } from "./cn";
import { controlStyle } from "./input";

/** Grows with its text (where the browser knows `field-sizing`), from three lines up. */
export function Textarea({ className, rows = 3, ...props }: ComponentProps<"textarea">) {
  return (
    <textarea
      rows={rows}
      className={cn(controlStyle, "field-sizing-content min-h-20 resize-y px-3 py-2", className)}
      {...props}
    />
  );
}
