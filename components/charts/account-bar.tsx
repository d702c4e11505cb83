import { useFormatter, useTranslations } from "next-intl";
import { cn } from "@/components/ui/cn";

export type AccountFigures = {
  audience: number;
  accepted: number;
  rejected: number;
  unknown: number;
  excluded: number;
  pending: number;
};

type Part = Exclude<keyof AccountFigures, "audience">;

const parts: readonly Part[] = ["accepted", "rejected", "unknown", "excluded", "pending"];

/** Told apart by pattern as well as by ink: solid, slanted, dotted, hatched, hollow. */
const inks: Record<Part, string> = {
  accepted: "bg-chart-1",
  rejected: "bg-bad bg-[repeating-linear-gradient(135deg,transparent_0_3px,var(--surface)_3px_4px)]",
  unknown: "bg-chart-mark bg-[radial-gradient(var(--on-mark)_1px,transparent_1.2px)] bg-[length:4px_4px]",
  excluded:
    "bg-surface bg-[repeating-linear-gradient(45deg,transparent_0_3px,var(--line-strong)_3px_4px)] shadow-[inset_0_0_0_1px_var(--line-strong)]",
  pending: "bg-chart-4 shadow-[inset_0_0_0_1px_var(--chart-2)]",
};

/**
 * A campaign's account in one bar and, under it, as the sum it is: audience = accepted + rejected + unknown + excluded +
 * pending. A part that is there is never thinner than 4 px, however small its share.
 */
export function AccountBar({ figures, className }: { figures: AccountFigures; className?: string }) {
  const t = useTranslations("charts");
  const format = useFormatter();
  const present = parts.filter((part) => figures[part] > 0);
  return (
    <figure className={cn("grid gap-5", className)}>
      <div role="img" aria-label={t("account", figures)} className="flex h-7 gap-0.5">
        {present.map((part) => (
          <div
            key={part}
            style={{ flexGrow: figures[part] }}
            className={cn(
              "min-w-1 basis-0 transition-[flex-grow] duration-200 first:rounded-s-control last:rounded-e-control",
              inks[part],
            )}
          />
        ))}
        {present.length === 0 && <div className="grow rounded-control bg-surface-sunken" />}
      </div>
      <figcaption aria-hidden className="flex flex-wrap items-baseline gap-x-4 gap-y-3">
        <Term value={format.number(figures.audience)} word={t("audience")} />
        {parts.map((part, position) => (
          <span key={part} className="flex items-baseline gap-x-4">
            <span className="text-ink-faint text-lg">{position === 0 ? "=" : "+"}</span>
            <Term value={format.number(figures[part])} word={t(part)} ink={inks[part]} />
          </span>
        ))}
      </figcaption>
    </figure>
  );
}

function Term({ value, word, ink }: { value: string; word: string; ink?: string }) {
  return (
    <span className="grid gap-0.5">
      <span className="headline text-xl tabular-nums leading-none">{value}</span>
      <span className="flex items-center gap-1.5 whitespace-nowrap text-ink-soft text-sm">
        {ink && <span className={cn("size-2.5 rounded-[2px]", ink)} />}
        {word}
      </span>
    </span>
  );
}
