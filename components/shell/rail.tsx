"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { cn } from "@/components/ui/cn";
import { Tooltip } from "@/components/ui/tooltip";
import { isAt, lowerPlaces, type Place, workPlaces } from "./places";

/** The list of places: words from 1100 px, below that icons with tooltips. */
export function Rail() {
  const t = useTranslations("shell");
  return (
    <nav
      aria-label={t("navigation")}
      className="flex min-h-0 grow flex-col gap-px overflow-y-auto px-2 py-1 lg:px-3"
    >
      {workPlaces.map((place) => (
        <RailEntry key={place.name} place={place} />
      ))}
      <div aria-hidden className="mx-1 my-2 border-t" />
      {lowerPlaces.map((place) => (
        <RailEntry key={place.name} place={place} />
      ))}
    </nav>
  );
}

function RailEntry({ place }: { place: Place }) {
  const t = useTranslations("shell");
  const pathname = usePathname();
  const isHere = isAt(place, pathname);
  const Icon = place.icon;
  return (
    <Tooltip label={t(place.name)} side="right">
      <Link
        href={place.href}
        aria-current={isHere ? "page" : undefined}
        className={cn(
          "group relative flex h-9 shrink-0 items-center justify-center gap-3 rounded-control font-medium text-base text-ink-soft transition-colors hover:bg-hover hover:text-ink focus-visible:-outline-offset-2 lg:justify-start lg:px-2.5 touch:h-11",
          isHere && "bg-accent-soft text-ink hover:bg-accent-soft",
        )}
      >
        <span
          aria-hidden
          className={cn(
            "absolute inset-y-2 -start-2 w-[3px] rounded-full bg-transparent transition-colors lg:-start-3",
            isHere && "bg-accent",
          )}
        />
        <Icon
          aria-hidden
          className={cn("size-4.5 shrink-0 text-ink-faint group-hover:text-ink", isHere && "text-accent")}
        />
        <span className="sr-only lg:not-sr-only lg:truncate">{t(place.name)}</span>
      </Link>
    </Tooltip>
  );
}
