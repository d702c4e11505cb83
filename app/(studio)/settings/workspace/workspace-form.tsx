"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { toast } from "sonner";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import { Textarea } from "@/components/ui/textarea";
import { changeWorkspaceAction } from "./actions";

type Props = { name: string; postalAddress: string; isEditable: boolean };

export function WorkspaceForm({ name, postalAddress, isEditable }: Props) {
  const t = useTranslations("settings");
  const words = useTranslations("words");
  const errors = useTranslations("errors");
  const [saved, setSaved] = useState({ name, postalAddress, times: 0 });
  const [isBusy, setBusy] = useState(false);
  const [fault, setFault] = useState("");
  const [faults, setFaults] = useState<Record<string, string>>({});

  async function save(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (isBusy) return;
    const data = new FormData(event.currentTarget);
    setBusy(true);
    setFault("");
    setFaults({});
    const answer = await changeWorkspaceAction({
      name: String(data.get("name") ?? ""),
      postalAddress: String(data.get("postalAddress") ?? ""),
    }).catch(() => null);
    setBusy(false);
    if (answer?.ok) {
      setSaved({ ...answer.data, times: saved.times + 1 });
      toast.success(words("saved"));
      return;
    }
    const named = answer?.fieldErrors ?? {};
    setFaults(named);
    if (Object.keys(named).length === 0) setFault(answer?.message ?? errors("unavailable"));
  }

  return (
    <form noValidate onSubmit={save} className="grid max-w-[480px] gap-5">
      {fault && <Notice tone="bad">{fault}</Notice>}
      {!isEditable && <Notice>{t("workspaceReadOnly")}</Notice>}
      <Field label={t("name")} hint={t("nameHint")} error={faults.name}>
        <Input
          name="name"
          autoComplete="organization"
          maxLength={200}
          key={saved.times}
          defaultValue={saved.name}
          readOnly={!isEditable}
        />
      </Field>
      <Field label={t("postalAddress")} hint={t("postalAddressHint")} error={faults.postalAddress}>
        <Textarea
          name="postalAddress"
          autoComplete="street-address"
          rows={4}
          maxLength={1000}
          key={saved.times}
          defaultValue={saved.postalAddress}
          readOnly={!isEditable}
        />
      </Field>
      {isEditable && (
        <Button type="submit" variant="primary" isBusy={isBusy} className="justify-self-start">
          {words("save")}
        </Button>
      )}
    </form>
  );
}
