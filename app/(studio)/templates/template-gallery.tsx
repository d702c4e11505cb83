"use client";

import { Search } from "lucide-react";
import { useTranslations } from "next-intl";
import { useDeferredValue, useState } from "react";
import { NothingFoundDrawing } from "@/components/states/drawings";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Input } from "@/components/ui/input";
import type { TemplateView } from "@/lib/templates/template-schema";
import { TemplateCard } from "./template-card";
import { TemplatePreview } from "./template-preview";
import { useStart } from "./use-start";

type TemplateGalleryProps = { templates: readonly TemplateView[]; hasPro: boolean; canUse: boolean };

/** Every template as a card, narrowed by words as they are typed; one at a time in a large preview. */
export function TemplateGallery({ templates, hasPro, canUse }: TemplateGalleryProps) {
  const t = useTranslations("templates");
  const [search, setSearch] = useState("");
  const [previewed, setPreviewed] = useState<TemplateView | null>(null);
  const { begin, busySlug } = useStart();
  const wanted = fold(useDeferredValue(search).trim());
  const found = templates.filter((template) =>
    fold(`${template.name} ${template.description} ${t(`category.${template.category}`)}`).includes(wanted),
  );
  return (
    <>
      <search className="mb-5 flex items-center justify-between gap-4">
        <div className="relative w-full max-w-72">
          <Search aria-hidden className="absolute top-1/2 left-3 size-4 -translate-y-1/2 text-ink-faint" />
          <Input
            type="search"
            value={search}
            onChange={(event) => setSearch(event.currentTarget.value)}
            placeholder={t("search")}
            aria-label={t("search")}
            className="ps-9"
          />
        </div>
        <p role="status" className="shrink-0 text-ink-faint text-sm tabular-nums">
          {t("found", { count: found.length })}
        </p>
      </search>
      {found.length === 0 ? (
        <EmptyState
          drawing={<NothingFoundDrawing />}
          title={t("none", { search: search.trim() })}
          sentence={t("noneSentence")}
          action={<Button onClick={() => setSearch("")}>{t("showAll")}</Button>}
        />
      ) : (
        <ul className="grid grid-cols-1 gap-x-6 gap-y-8 sm:grid-cols-2 lg:grid-cols-3 xl:grid-cols-4">
          {found.map((template) => (
            <TemplateCard
              key={template.slug}
              template={template}
              isLocked={template.pro && !hasPro}
              canUse={canUse}
              isBusy={busySlug === template.slug}
              onPreview={() => setPreviewed(template)}
              onUse={() => begin(template.slug)}
            />
          ))}
        </ul>
      )}
      <TemplatePreview
        template={previewed}
        isLocked={Boolean(previewed?.pro) && !hasPro}
        canUse={canUse}
        isBusy={busySlug !== null}
        onClose={() => setPreviewed(null)}
        onUse={begin}
      />
    </>
  );
}

/** "anúncio" is found by "anuncio". */
function fold(words: string): string {
  return words
    .normalize("NFD")
    .replace(/\p{Diacritic}/gu, "")
    .toLowerCase();
}
