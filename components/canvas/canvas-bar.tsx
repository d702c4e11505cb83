"use client";

import { LayoutTemplate, Monitor, Moon, Smartphone, Sun } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { Button } from "@/components/ui/button";
import { Segmented } from "@/components/ui/segmented";
import type { DocumentMeta } from "@/lib/content/document-schema";
import type { Appearance, Device } from "./canvas-paper";

type CanvasBarProps = {
  meta: DocumentMeta;
  device: Device;
  onDevice: (device: Device) => void;
  appearance: Appearance;
  onAppearance: (appearance: Appearance) => void;
  /** Left out: nothing can be changed any more. */
  onMeta?: ((patch: { subject?: string; preheader?: string }) => void) | undefined;
  onTemplate?: (() => void) | undefined;
};

/** Above the paper: what the inbox shows, and how the paper is looked at. */
export function CanvasBar({
  meta,
  device,
  onDevice,
  appearance,
  onAppearance,
  onMeta,
  onTemplate,
}: CanvasBarProps) {
  const t = useTranslations("chat");
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
      <div className="grid min-w-0 grow basis-60">
        <MetaLine
          label={t("subject")}
          empty={t("subjectEmpty")}
          value={meta.subject}
          maxLength={200}
          onChange={onMeta && ((subject) => onMeta({ subject }))}
          className="font-medium text-md"
        />
        <MetaLine
          label={t("preheader")}
          empty={t("preheaderEmpty")}
          value={meta.preheader}
          maxLength={250}
          onChange={onMeta && ((preheader) => onMeta({ preheader }))}
          className="text-ink-soft text-sm"
        />
      </div>
      <div className="flex items-center gap-2">
        {onTemplate && (
          <Button size="small" onClick={onTemplate}>
            <LayoutTemplate aria-hidden />
            {t("template")}
          </Button>
        )}
        <Segmented
          label={t("device")}
          className="max-md:hidden"
          value={device}
          onValueChange={onDevice}
          options={[
            { value: "desktop", label: <Monitor aria-hidden />, name: t("desktop") },
            { value: "phone", label: <Smartphone aria-hidden />, name: t("phone") },
          ]}
        />
        <Segmented
          label={t("appearance")}
          value={appearance}
          onValueChange={onAppearance}
          options={[
            { value: "light", label: <Sun aria-hidden />, name: t("light") },
            { value: "dark", label: <Moon aria-hidden />, name: t("dark") },
          ]}
        />
      </div>
    </div>
  );
}

type MetaLineProps = {
  label: string;
  empty: string;
  value: string;
  maxLength: number;
  onChange: ((value: string) => void) | undefined;
  className: string;
};

/** One line that is typed over in place: Enter or leaving keeps it, Escape gives the old one back. */
function MetaLine({ label, empty, value, maxLength, onChange, className }: MetaLineProps) {
  const [typed, setTyped] = useState(value);
  useEffect(() => setTyped(value), [value]);
  return (
    <input
      aria-label={label}
      value={typed}
      placeholder={empty}
      maxLength={maxLength}
      readOnly={!onChange}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={() => typed.trim() !== value && onChange?.(typed.trim())}
      onKeyDown={(event) => {
        if (event.key === "Enter") event.currentTarget.blur();
        if (event.key !== "Escape") return;
        setTyped(value);
        // Blurring at once would still see the typed words.
        const field = event.currentTarget;
        setTimeout(() => field.blur());
      }}
      className={`w-full min-w-0 truncate rounded-sm bg-transparent px-1 py-0.5 hover:bg-hover focus:bg-surface ${className}`}
    />
  );
}
