"use client";

import { Eye, Lock } from "lucide-react";
import Image from "next/image";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import type { TemplateView } from "@/lib/templates/template-schema";
import { ProBadge } from "./pro-badge";

type TemplateCardProps = {
  template: TemplateView;
  isLocked: boolean;
  canUse: boolean;
  isBusy: boolean;
  onPreview: () => void;
  onUse: () => void;
};

/** A template's first page in small, what it is for, and the two things to do with it. */
export function TemplateCard({ template, isLocked, canUse, isBusy, onPreview, onUse }: TemplateCardProps) {
  const t = useTranslations("templates");
  const { name } = template;
  return (
    <li className="grid grid-rows-[auto_1fr_auto] gap-3">
      <button
        type="button"
        onClick={onPreview}
        aria-label={t("previewNamed", { name })}
        className="paper group/picture block aspect-[4/5] overflow-hidden transition-shadow hover:shadow-[0_0_0_1px_var(--line),0_3px_0_0_var(--mark)]"
      >
        <Image
          src={template.thumbnail}
          alt=""
          width={384}
          height={480}
          unoptimized
          className="size-full object-cover object-top"
        />
        <span
          aria-hidden
          className="absolute end-3 bottom-3 grid size-9 place-items-center rounded-full bg-surface text-ink opacity-0 shadow-raised transition-opacity group-hover/picture:opacity-100 group-focus-visible/picture:opacity-100"
        >
          <Eye className="size-4" />
        </span>
      </button>
      <div className="grid content-start gap-1">
        <div className="flex flex-wrap items-center gap-2">
          <h2 className="headline text-lg">{name}</h2>
          {template.pro && <ProBadge isLocked={isLocked} />}
        </div>
        <p className="text-ink-soft text-base">{template.description}</p>
      </div>
      <div className="flex flex-wrap items-center gap-2">
        {isLocked ? (
          <Button asChild>
            <Link href="/pricing" aria-label={t("seePlansNamed", { name })}>
              <Lock aria-hidden />
              {t("seePlans")}
            </Link>
          </Button>
        ) : (
          canUse && (
            <Button isBusy={isBusy} onClick={onUse} aria-label={t("useNamed", { name })}>
              {t("use")}
            </Button>
          )
        )}
        <Button variant="quiet" onClick={onPreview} aria-label={t("previewNamed", { name })}>
          {t("preview")}
        </Button>
      </div>
    </li>
  );
}
