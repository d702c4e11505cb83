"use client";

import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { toast } from "sonner";
import { cn } from "@/components/ui/cn";
import { Input } from "@/components/ui/input";
import type { ContactView } from "@/lib/contacts/contact-view";
import { updateContactAction } from "./actions";

type Editable = "email" | "firstName" | "lastName";
type EditableCellProps = {
  contact: ContactView;
  field: Editable;
  mayWrite: boolean;
  className?: string;
};

/** A value that a click or Enter makes editable: Enter or leaving saves, Escape takes it back, a refusal stays open and says why. */
export function EditableCell({ contact, field, mayWrite, className }: EditableCellProps) {
  const t = useTranslations("contacts.table");
  const [shown, setShown] = useState(contact[field] ?? "");
  const [isOpen, setOpen] = useState(false);
  const [isFaulty, setFaulty] = useState(false);
  const isDone = useRef(false);
  const trigger = useRef<HTMLButtonElement>(null);
  const label = t("edit", { field: t(field), name: contact.email });

  function close(byKey: boolean) {
    isDone.current = true;
    setOpen(false);
    setFaulty(false);
    if (byKey) requestAnimationFrame(() => trigger.current?.focus());
  }
  async function save(value: string, byKey: boolean) {
    if (isDone.current) return;
    if (value.trim() === shown) return close(byKey);
    isDone.current = true;
    const result = await updateContactAction({ id: contact.id, [field]: value });
    if (result.ok) {
      setShown(result.data[field] ?? "");
      return close(byKey);
    }
    isDone.current = false;
    setFaulty(true);
    toast.error(result.fieldErrors[field] ?? result.message);
  }

  if (!mayWrite) return <span className={cn("block truncate", className)}>{shown}</span>;
  if (isOpen) {
    return (
      <Input
        autoFocus
        type={field === "email" ? "email" : "text"}
        defaultValue={shown}
        aria-label={label}
        aria-invalid={isFaulty || undefined}
        maxLength={field === "email" ? 254 : 200}
        className="h-8 min-w-28 px-2"
        onFocus={(event) => event.currentTarget.select()}
        onBlur={(event) => void save(event.currentTarget.value, false)}
        onKeyDown={(event) => {
          if (event.key === "Enter") void save(event.currentTarget.value, true);
          if (event.key === "Escape") close(true);
        }}
      />
    );
  }
  return (
    <button
      ref={trigger}
      type="button"
      onClick={() => {
        isDone.current = false;
        setOpen(true);
      }}
      className={cn(
        "relative -mx-2 block h-8 w-[calc(100%+16px)] cursor-text truncate rounded-control px-2 text-start hover:bg-hover hover:shadow-[inset_0_0_0_1px_var(--line)]",
        className,
      )}
    >
      {shown || (
        <span aria-hidden className="text-ink-faint">
          –
        </span>
      )}
      <span className="sr-only"> {label}</span>
    </button>
  );
}
