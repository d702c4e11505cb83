"use client";

import { Ellipsis } from "lucide-react";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { cn } from "@/components/ui/cn";
import { Sheet, SheetContent, SheetTrigger } from "@/components/ui/sheet";
import { bottomBarPlaces, furtherPlaces, isAt } from "./places";

const entryStyle =
  "flex min-w-0 flex-1 flex-col items-center justify-center gap-0.5 text-[0.6875rem] font-medium text-ink-faint focus-visible:-outline-offset-2";

/** The shell's navigation below 720 px; `footer` (usage and account) stands in the sheet behind More. */
export function BottomBar({ footer }: { footer: ReactNode }) {
  const t = useTranslations("shell");
  const pathname = usePathname();
  const [isMoreOpen, setMoreOpen] = useState(false);
  const isFurther = furtherPlaces.some((place) => isAt(place, pathname));
  return (
    <nav
      aria-label={t("navigation")}
      className="fixed inset-x-0 bottom-0 z-40 flex h-[calc(60px+env(safe-area-inset-bottom))] border-t bg-surface pb-[env(safe-area-inset-bottom)] md:hidden"
    >
      {bottomBarPlaces.map((place) => {
        const isHere = isAt(place, pathname);
        return (
          <Link
            key={place.name}
            href={place.href}
            aria-current={isHere ? "page" : undefined}
            className={cn(entryStyle, isHere && "text-accent")}
          >
            <place.icon aria-hidden className="size-5" />
            <span className="max-w-full truncate px-0.5">{t(place.name)}</span>
          </Link>
        );
      })}
      <Sheet open={isMoreOpen} onOpenChange={setMoreOpen}>
        <SheetTrigger className={cn(entryStyle, isFurther && "text-accent")}>
          <Ellipsis aria-hidden className="size-5" />
          <span>{t("more")}</span>
        </SheetTrigger>
        <SheetContent side="bottom" title={t("moreTitle")}>
          <ul className="-mx-2 grid">
            {furtherPlaces.map((place) => (
              <li key={place.name}>
                <Link
                  href={place.href}
                  onClick={() => setMoreOpen(false)}
                  aria-current={isAt(place, pathname) ? "page" : undefined}
                  className="flex h-12 items-center gap-3 rounded-control px-2 text-md hover:bg-hover aria-[current]:text-accent"
                >
                  <place.icon aria-hidden className="size-5 text-ink-faint" />
                  {t(place.name)}
                </Link>
              </li>
            ))}
          </ul>
          <div className="mt-3 grid gap-3 border-t pt-4">{footer}</div>
        </SheetContent>
      </Sheet>
    </nav>
  );
}
