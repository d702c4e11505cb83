"use client";

import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { toast } from "sonner";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import { Select, SelectContent, SelectItem, SelectTrigger, SelectValue } from "@/components/ui/select";
import type { ListView } from "@/lib/contacts/list-lists";
import { createContactAction } from "./actions";
import { splitTags } from "./split-tags";

const none = "none";

/** One contact by hand; what was typed stays when it is refused. */
export function AddOneForm({ lists, onDone }: { lists: readonly ListView[]; onDone: () => void }) {
  const t = useTranslations("contacts");
  const form = useRef<HTMLFormElement>(null);
  const [list, setList] = useState(none);
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [fault, setFault] = useState<string>();
  const [isBusy, setBusy] = useState(false);

  async function submit(data: FormData, isLast: boolean) {
    setBusy(true);
    const text = (name: string) => String(data.get(name) ?? "").trim();
    const result = await createContactAction({
      email: text("email"),
      firstName: text("firstName"),
      lastName: text("lastName"),
      tags: splitTags(text("tags")),
      lists: list === none ? [] : [list],
    });
    setBusy(false);
    setErrors(result.ok ? {} : result.fieldErrors);
    setFault(result.ok || Object.keys(result.fieldErrors).length > 0 ? undefined : result.message);
    if (!result.ok) return;
    const { email, status } = result.data;
    if (status === "subscribed") toast.success(t("addDialog.done", { email }));
    else toast.warning(t("addDialog.doneNot", { email, status: t(`status.${status}`).toLowerCase() }));
    if (isLast) return onDone();
    for (const name of ["email", "firstName", "lastName"]) {
      const field = form.current?.elements.namedItem(name);
      if (field instanceof HTMLInputElement) field.value = "";
      if (name === "email" && field instanceof HTMLInputElement) field.focus();
    }
  }

  return (
    <form
      ref={form}
      className="grid gap-4 sm:grid-cols-2"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const { submitter } = event.nativeEvent as SubmitEvent;
        void submit(new FormData(event.currentTarget), submitter?.getAttribute("value") !== "another");
      }}
    >
      {fault && (
        <Notice tone="bad" className="sm:col-span-2">
          {fault}
        </Notice>
      )}
      <Field label={t("addDialog.email")} error={errors.email} className="sm:col-span-2">
        <Input name="email" type="email" inputMode="email" required autoComplete="off" maxLength={254} />
      </Field>
      <Field label={t("addDialog.firstName")} error={errors.firstName} isOptional>
        <Input name="firstName" autoComplete="off" maxLength={200} />
      </Field>
      <Field label={t("addDialog.lastName")} error={errors.lastName} isOptional>
        <Input name="lastName" autoComplete="off" maxLength={200} />
      </Field>
      <div className="grid content-start gap-1.5">
        <span id="add-list" className="font-medium text-ink text-sm leading-5">
          {t("addDialog.list")}
        </span>
        <Select value={list} onValueChange={setList}>
          <SelectTrigger aria-labelledby="add-list">
            <SelectValue />
          </SelectTrigger>
          <SelectContent>
            <SelectItem value={none}>{t("addDialog.noList")}</SelectItem>
            {lists.map(({ id, name }) => (
              <SelectItem key={id} value={id}>
                {name}
              </SelectItem>
            ))}
          </SelectContent>
        </Select>
      </div>
      <Field label={t("addDialog.tags")} hint={t("addDialog.tagsHint")} error={errors.tags} isOptional>
        <Input name="tags" autoComplete="off" />
      </Field>
      <div className="flex flex-wrap justify-end gap-2 sm:col-span-2">
        <Button type="submit" value="another" disabled={isBusy}>
          {t("addDialog.another")}
        </Button>
        <Button type="submit" value="last" variant="primary" isBusy={isBusy}>
          {t("addDialog.submit")}
        </Button>
      </div>
    </form>
  );
}
