import { useFormatter } from "next-intl";
import type { ReactNode } from "react";
import { cn } from "@/components/ui/cn";

export type RankedItem = { id: string; label: ReactNode; value: number; detail?: ReactNode };

type RankedBarsProps = {
  items: readonly RankedItem[];
  /** What is counted, for assistive technology. */
  label: string;
  className?: string;
};

/** Things in the order of their counts: label and number written out, the bar beneath them only for the eye. The first is marked. */
export function RankedBars({ items, label, className }: RankedBarsProps) {
  const format = useFormatter();
  const most = Math.max(1, ...items.map((item) => item.value));
  return (
    <ol aria-label={label} className={cn("grid gap-4", className)}>
      {items.map((item, position) => (
        <li key={item.id} className="grid gap-1.5">
          <div className="flex items-baseline justify-between gap-4 text-base">
            <span className="min-w-0 truncate">{item.label}</span>
            <span className="shrink-0 tabular-nums">
              {format.number(item.value)}
              {item.detail && <span className="ps-1.5 text-ink-faint text-sm">{item.detail}</span>}
            </span>
          </div>
          <div aria-hidden className="h-2 rounded-full bg-surface-sunken">
            <div
              style={{ width: `${(item.value / most) * 100}%` }}
              className={cn(
                "h-full rounded-full",
                position === 0 ? "bg-chart-1" : "bg-chart-2",
                item.value > 0 && "min-w-1",
              )}
            />
          </div>
        </li>
      ))}
    </ol>
  );
}
