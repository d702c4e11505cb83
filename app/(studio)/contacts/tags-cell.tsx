"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { toast } from "sonner";
import { Button } from "@/components/ui/button";
import { Chip } from "@/components/ui/chip";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Popover, PopoverContent, PopoverTrigger } from "@/components/ui/popover";
import type { ContactView } from "@/lib/contacts/contact-view";
import { updateContactAction } from "./actions";
import { splitTags } from "./split-tags";

/** A contact's tags, edited as words between commas. */
export function TagsCell({ contact, mayWrite }: { contact: ContactView; mayWrite: boolean }) {
  const t = useTranslations("contacts");
  const words = useTranslations("words");
  const [tags, setTags] = useState(contact.tags);
  const [isOpen, setOpen] = useState(false);
  const [isBusy, setBusy] = useState(false);
  async function save(text: string) {
    setBusy(true);
    const result = await updateContactAction({ id: contact.id, tags: splitTags(text) });
    setBusy(false);
    if (!result.ok) return toast.error(result.message);
    setTags(result.data.tags);
    setOpen(false);
  }
  const shown = (
    <span className="flex max-h-7 flex-wrap gap-1 overflow-hidden">
      {tags.map((tag) => (
        <Chip key={tag.id} className="h-6 px-2 text-xs">
          {tag.name}
        </Chip>
      ))}
      {tags.length === 0 && (
        <span aria-hidden className="text-ink-faint">
          –
        </span>
      )}
    </span>
  );
  if (!mayWrite) return shown;
  return (
    <Popover open={isOpen} onOpenChange={setOpen}>
      <PopoverTrigger className="relative -mx-2 block w-[calc(100%+16px)] rounded-control px-2 py-1 text-start hover:bg-hover hover:shadow-[inset_0_0_0_1px_var(--line)]">
        {shown}
        <span className="sr-only"> {t("table.editTags", { name: contact.email })}</span>
      </PopoverTrigger>
      <PopoverContent>
        <form
          className="grid gap-3"
          onSubmit={(event) => {
            event.preventDefault();
            void save(String(new FormData(event.currentTarget).get("tags") ?? ""));
          }}
        >
          <Field label={t("table.tags")} hint={t("addDialog.tagsHint")}>
            <Input
              name="tags"
              defaultValue={tags.map((tag) => tag.name).join(", ")}
              autoComplete="off"
              autoFocus
            />
          </Field>
          <Button type="submit" variant="primary" size="small" isBusy={isBusy} className="justify-self-end">
            {words("save")}
          </Button>
        </form>
      </PopoverContent>
    </Popover>
  );
}
