"use client";

import { useTranslations } from "next-intl";
import { CopyButton } from "@/components/ui/copy-button";
import { Input } from "@/components/ui/input";

export function MadeKey({ value }: { value: string }) {
  const t = useTranslations("settings");
  return (
    <div className="flex flex-wrap items-center gap-2">
      <Input
        readOnly
        value={value}
        aria-label={t("key")}
        onFocus={({ currentTarget }) => currentTarget.select()}
        className="min-w-0 grow basis-64 font-mono"
      />
      <CopyButton text={value} size="normal" />
    </div>
  );
}
