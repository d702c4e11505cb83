"use client";

import { CircleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { Slot } from "radix-ui";
import { type ReactElement, type ReactNode, useId } from "react";
import { cn } from "./cn";
import { Label } from "./label";

type FieldProps = {
  label: ReactNode;
  /** One sentence of help under the control. */
  hint?: ReactNode;
  /** The fault, in the person's language; it is announced and tied to the control. */
  error?: string | undefined;
  isOptional?: boolean;
  /** Keeps the label for screen readers only, where the place says what it is. */
  isLabelHidden?: boolean;
  /** A link at the right end of the label's line. */
  aside?: ReactNode;
  className?: string;
  /** One control; it is given its id, `aria-describedby` and `aria-invalid`. */
  children: ReactElement;
};

/** A labelled control with its hint and its fault, wired for assistive technology. */
export function Field({
  label,
  hint,
  error,
  isOptional,
  isLabelHidden,
  aside,
  className,
  children,
}: FieldProps) {
  const t = useTranslations("words");
  const id = useId();
  const described = [hint ? `${id}-hint` : null, error ? `${id}-error` : null].filter(Boolean).join(" ");
  return (
    <div className={cn("grid content-start gap-1.5", className)}>
      <div className={cn("flex items-baseline justify-between gap-3", isLabelHidden && "sr-only")}>
        <Label htmlFor={id}>
          {label}
          {isOptional && <span className="font-normal text-ink-faint"> ({t("optional")})</span>}
        </Label>
        {aside}
      </div>
      <Slot.Root id={id} aria-describedby={described || undefined} aria-invalid={error ? true : undefined}>
        {children}
      </Slot.Root>
      {hint && (
        <p id={`${id}-hint`} className="text-ink-faint text-sm">
          {hint}
        </p>
      )}
      <p id={`${id}-error`} role="alert" className="flex gap-1.5 text-bad text-sm empty:hidden">
        {error && (
          <>
            <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
            <span>{error}</span>
          </>
        )}
      </p>
    </div>
  );
}
