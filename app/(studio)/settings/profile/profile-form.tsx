"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { toast } from "sonner";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import { Select, SelectContent, SelectItem, SelectTrigger, SelectValue } from "@/components/ui/select";
import type { OwnAccountView } from "@/lib/accounts/get-own-account";
import { updateProfileAction } from "./actions";

type ProfileFormProps = { user: OwnAccountView["user"]; timeZones: readonly string[] };

export function ProfileForm({ user, timeZones }: ProfileFormProps) {
  const t = useTranslations("profile");
  const words = useTranslations("words");
  const errors = useTranslations("errors");
  const [name, setName] = useState(user.name);
  const [locale, setLocale] = useState(user.locale);
  const [timeZone, setTimeZone] = useState(user.timeZone);
  const [isBusy, setBusy] = useState(false);
  const [fault, setFault] = useState("");
  const [faults, setFaults] = useState<Record<string, string>>({});
  const zones = timeZones.includes(user.timeZone) ? timeZones : [user.timeZone, ...timeZones];

  async function save(event: FormEvent) {
    event.preventDefault();
    setBusy(true);
    const answer = await updateProfileAction({ name, locale, timeZone }).catch(() => null);
    setBusy(false);
    setFaults(answer && !answer.ok ? answer.fieldErrors : {});
    setFault(answer?.ok ? "" : (answer?.message ?? errors("unavailable")));
    if (answer?.ok) toast.success(t("saved"));
  }

  return (
    <form onSubmit={save} noValidate className="grid max-w-[480px] gap-5">
      {fault && <Notice tone="bad">{fault}</Notice>}
      <Field label={t("name")} hint={t("nameHint")} error={faults.name}>
        <Input
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          autoComplete="name"
          maxLength={120}
        />
      </Field>
      <Field label={t("email")} hint={t("emailHint")}>
        <Input value={user.email} readOnly className="text-ink-soft" />
      </Field>
      <div className="grid gap-5 sm:grid-cols-2">
        <Select value={locale} onValueChange={(value) => setLocale(value === "pt" ? "pt" : "en")}>
          <Field label={t("language")} error={faults.locale}>
            <SelectTrigger>
              <SelectValue />
            </SelectTrigger>
          </Field>
          <SelectContent>
            <SelectItem value="en">English</SelectItem>
            <SelectItem value="pt">Português</SelectItem>
          </SelectContent>
        </Select>
        <Select value={timeZone} onValueChange={setTimeZone}>
          <Field label={t("timeZone")} hint={t("timeZoneHint")} error={faults.timeZone}>
            <SelectTrigger>
              <SelectValue />
            </SelectTrigger>
          </Field>
          <SelectContent>
            {zones.map((zone) => (
              <SelectItem key={zone} value={zone}>
                {zone.replaceAll("_", " ")}
              </SelectItem>
            ))}
          </SelectContent>
        </Select>
      </div>
      <Button type="submit" variant="primary" isBusy={isBusy} className="justify-self-start">
        {words("save")}
      </Button>
    </form>
  );
}
