import { useTranslations } from "next-intl";
import { cn } from "@/components/ui/cn";
import type { FiguresView } from "@/lib/sending/get-figures";

const parts = ["accepted", "rejected", "unknown", "excluded", "pending"] as const;
type Part = (typeof parts)[number];

/** Colour is never alone: each part also has its own pattern here and its word below. */
const fills: Record<Part, string> = {
  accepted: "bg-chart-1",
  rejected: "bg-bad",
  unknown: "bg-chart-mark",
  excluded: "bg-chart-4 bg-[repeating-linear-gradient(135deg,transparent_0_4px,var(--surface)_4px_6px)]",
  pending: "bg-surface-sunken shadow-[inset_0_0_0_1px_var(--line-strong)]",
};

/** The line that adds up: one bar, and the same in numbers. */
export function SumBar({ figures, isCompact = false }: { figures: FiguresView; isCompact?: boolean }) {
  const t = useTranslations("campaigns.figures");
  const sum = t("sum", { ...figures });
  return (
    <div className="grid gap-3">
      <div
        role="img"
        aria-label={sum}
        className={cn(
          "flex w-full gap-px overflow-hidden rounded-full bg-surface-sunken",
          isCompact ? "h-2" : "h-3.5",
        )}
      >
        {parts.map((part) => (
          <div
            key={part}
            className={cn("h-full min-w-0 transition-[flex-grow] duration-200", fills[part])}
            style={{ flexGrow: figures[part], minWidth: figures[part] > 0 ? 3 : 0, flexBasis: 0 }}
          />
        ))}
      </div>
      {!isCompact && <SumLine figures={figures} />}
    </div>
  );
}

function SumLine({ figures }: { figures: FiguresView }) {
  const t = useTranslations("campaigns.figures");
  return (
    <dl className="flex flex-wrap items-end gap-x-2 gap-y-3">
      <Figure label={t("audience")} value={figures.audience} isTotal />
      {parts.map((part, at) => (
        <div key={part} className="flex items-end gap-2">
          <span aria-hidden className="headline pb-0.5 text-ink-faint text-lg">
            {at === 0 ? "=" : "+"}
          </span>
          <Figure label={t(part)} value={figures[part]} hint={t(`${part}Hint`)} fill={fills[part]} />
        </div>
      ))}
    </dl>
  );
}

type FigureProps = { label: string; value: number; hint?: string; fill?: string; isTotal?: boolean };

function Figure({ label, value, hint, fill, isTotal }: FigureProps) {
  const t = useTranslations("campaigns.figures");
  return (
    <div className="flex flex-col-reverse" title={hint}>
      <dt className="flex items-center gap-1.5 text-ink-soft text-sm">
        {fill && <span aria-hidden className={cn("size-2.5 shrink-0 rounded-xs", fill)} />}
        {label}
        {hint && <span className="sr-only">({hint})</span>}
      </dt>
      <dd className={cn("headline text-lg tabular-nums md:text-xl", isTotal && "font-semibold")}>
        {t("number", { value })}
      </dd>
    </div>
  );
}
