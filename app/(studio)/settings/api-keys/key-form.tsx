"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useId } from "react";
import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import { Select, SelectContent, SelectItem, SelectTrigger, SelectValue } from "@/components/ui/select";
import { scopes } from "@/lib/accounts/permissions";
import { scopeText } from "./scope-text";

type Props = {
  id: string;
  onSubmit: (event: FormEvent<HTMLFormElement>) => void;
  fault: string;
  faults: Record<string, string>;
};

const lifetimes = ["0", "30", "90", "365"] as const;

export function KeyForm({ id, onSubmit, fault, faults }: Props) {
  const t = useTranslations("settings");
  return (
    <form id={id} noValidate onSubmit={onSubmit} className="grid gap-5">
      {fault && <Notice tone="bad">{fault}</Notice>}
      <Field label={t("keyName")} hint={t("keyNameHint")} error={faults.name}>
        <Input name="name" maxLength={120} autoComplete="off" />
      </Field>
      <ScopeChoice fault={faults.scopes} />
      <Lifetime />
    </form>
  );
}

function ScopeChoice({ fault }: { fault: string | undefined }) {
  const t = useTranslations("settings");
  const id = useId();
  return (
    <fieldset className="grid gap-1" aria-describedby={fault ? `${id}-fault` : undefined}>
      <legend className="mb-1.5 font-medium text-sm">{t("keyScopes")}</legend>
      {scopes.map((scope) => (
        <div key={scope} className="flex items-center gap-2.5 py-1 touch:py-2.5">
          <Checkbox id={`${id}-${scope}`} name="scopes" value={scope} defaultChecked />
          <label htmlFor={`${id}-${scope}`} className="cursor-pointer text-base">
            {t(scopeText(scope))} <code className="font-mono text-ink-faint text-xs">{scope}</code>
          </label>
        </div>
      ))}
      {fault && (
        <p id={`${id}-fault`} role="alert" className="text-bad text-sm">
          {fault}
        </p>
      )}
    </fieldset>
  );
}

function Lifetime() {
  const t = useTranslations("settings");
  return (
    <Field label={t("keyLifetime")}>
      <LifetimeSelect />
    </Field>
  );
}

/** Field hands its id and description to the control, which is the trigger inside Select. */
function LifetimeSelect(wiring: { id?: string; "aria-describedby"?: string }) {
  const t = useTranslations("settings");
  return (
    <Select name="days" defaultValue="0">
      <SelectTrigger {...wiring}>
        <SelectValue />
      </SelectTrigger>
      <SelectContent>
        {lifetimes.map((days) => (
          <SelectItem key={days} value={days}>
            {days === "0" ? t("neverExpires") : t("expiresInDays", { days: Number(days) })}
          </SelectItem>
        ))}
      </SelectContent>
    </Select>
  );
}
