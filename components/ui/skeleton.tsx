import type { ComponentProps } from "react";
import { cn } from "./cn";

/** A quiet block in the shape of what will stand there; it shows itself after 150 ms. */
export function Skeleton({ className, ...props }: ComponentProps<"div">) {
  return (
    <div
      aria-hidden
      className={cn("h-4 animate-pulse-soft rounded-control bg-surface-sunken", className)}
      {...props}
    />
  );
}
