import { useTranslations } from "next-intl";
import type { FiguresView } from "@/lib/sending/get-figures";

const shown = ["opened", "clicked", "unsubscribed", "bounced", "complained"] as const;

/** What people did afterwards, as numbers and as shares of those whose message was accepted. */
export function ResponseFigures({ figures }: { figures: FiguresView }) {
  const t = useTranslations("campaigns.figures");
  return (
    <dl className="grid grid-cols-2 gap-x-6 gap-y-4 sm:grid-cols-3 lg:grid-cols-5">
      {shown.map((figure) => (
        <div key={figure} className="flex flex-col-reverse justify-end">
          <dt className="text-ink-soft text-sm" title={figure === "opened" ? t("openedHint") : undefined}>
            {t(figure)}
            <span className="block text-ink-faint text-xs">
              {figures.accepted > 0 && t("ofAccepted", { share: figures[figure] / figures.accepted })}
            </span>
          </dt>
          <dd className="headline text-xl tabular-nums">{t("number", { value: figures[figure] })}</dd>
        </div>
      ))}
    </dl>
  );
}
