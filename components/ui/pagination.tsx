import { ArrowLeft, ArrowRight } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button } from "./button";
import { cn } from "./cn";

type PaginationProps = {
  /** Address of the first page; null when it is the one shown. */
  firstHref: string | null;
  /** Address of the next page (with its cursor); null at the end. */
  nextHref: string | null;
  /** "50 of about 48,210". */
  children?: ReactNode;
  className?: string;
};

/** By cursor: onwards, and back to the beginning; the browser's own back goes one page back. */
export function Pagination({ firstHref, nextHref, children, className }: PaginationProps) {
  const t = useTranslations("words");
  if (!firstHref && !nextHref && !children) return null;
  return (
    <nav
      aria-label={t("more")}
      className={cn("flex items-center justify-between gap-4 px-4 py-3", className)}
    >
      <p className="text-ink-faint text-sm tabular-nums">{children}</p>
      <div className="flex gap-2">
        {firstHref && (
          <Button asChild size="small">
            <Link href={firstHref}>
              <ArrowLeft aria-hidden />
              {t("first")}
            </Link>
          </Button>
        )}
        {nextHref && (
          <Button asChild size="small">
            <Link href={nextHref}>
              {t("next")}
              <ArrowRight aria-hidden />
            </Link>
          </Button>
        )}
      </div>
    </nav>
  );
}
