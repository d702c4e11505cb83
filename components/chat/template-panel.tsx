"use client";

import Image from "next/image";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Badge } from "@/components/ui/badge";
import { Sheet, SheetContent } from "@/components/ui/sheet";
import type { TemplateView } from "@/lib/templates/template-schema";

type TemplatePanelProps = {
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  templates: readonly TemplateView[];
  onUse: (slug: string) => Promise<void>;
};

/** Every template, to put the present words on another one. */
export function TemplatePanel({ isOpen, onOpenChange, templates, onUse }: TemplatePanelProps) {
  const t = useTranslations("chat");
  const [busy, setBusy] = useState<string | null>(null);
  return (
    <Sheet open={isOpen} onOpenChange={onOpenChange}>
      <SheetContent title={t("templateTitle")}>
        <p className="pb-4 text-ink-soft text-base">{t("templateSentence")}</p>
        <ul className="grid grid-cols-2 gap-4">
          {templates.map((template) => (
            <li key={template.slug}>
              <button
                type="button"
                disabled={busy !== null}
                aria-label={t("templateUse", { name: template.name })}
                onClick={async () => {
                  setBusy(template.slug);
                  await onUse(template.slug);
                  setBusy(null);
                }}
                className="group grid w-full gap-2 text-start disabled:opacity-55"
              >
                <span className="paper block overflow-hidden transition-shadow group-hover:shadow-[0_0_0_2px_var(--mark)]">
                  <Image
                    src={template.thumbnail}
                    alt=""
                    width={384}
                    height={480}
                    unoptimized
                    className="block h-auto w-full"
                    loading="lazy"
                  />
                </span>
                <span className="flex items-center gap-2 font-medium text-base">
                  {template.name}
                  {template.pro && <Badge tone="mark">{t("templatePro")}</Badge>}
                </span>
              </button>
            </li>
          ))}
        </ul>
      </SheetContent>
    </Sheet>
  );
}
