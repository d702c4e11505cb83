import type { ComponentProps } from "react";
import { cn } from "./cn";

/** The measure and gutters of a studio page; what needs the whole width (chat, editor) does without. */
export function Page({ className, ...props }: ComponentProps<"div">) {
  return <div className={cn("gutters mx-auto w-full max-w-page pt-6 pb-16 md:pt-8", className)} {...props} />;
}
