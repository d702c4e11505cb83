"use client";

import { useTranslations } from "next-intl";
import { cn } from "@/components/ui/cn";
import { controlStyle } from "@/components/ui/input";

const states = ["accepted", "rejected", "unknown", "excluded", "queued", "claimed", "handed"] as const;

/** Filters as soon as it is changed; without scripts, with the form it stands in. */
export function StateFilter({ value }: { value: string }) {
  const t = useTranslations("campaigns");
  return (
    <select
      name="state"
      aria-label={t("recipients.state")}
      defaultValue={value}
      onChange={(event) => event.currentTarget.form?.requestSubmit()}
      className={cn(controlStyle, "h-9 w-auto px-3 touch:h-11")}
    >
      <option value="">{t("recipients.all")}</option>
      {states.map((state) => (
        <option key={state} value={state}>
          {t(`state.${state}`)}
        </option>
      ))}
    </select>
  );
}
