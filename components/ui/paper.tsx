import type { ComponentProps } from "react";
import { cn } from "./cn";

/** The sheet a newsletter stands on: square corners, and crop marks at its corners while it is a draft. */
export function Paper({
  isDraft = true,
  className,
  ...props
}: ComponentProps<"div"> & { isDraft?: boolean }) {
  return <div className={cn("paper", isDraft && "crop-marks", className)} {...props} />;
}
