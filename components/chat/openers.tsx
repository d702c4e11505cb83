import { useTranslations } from "next-intl";

/** Four real beginnings for an empty conversation. */
export function Openers({ onPick }: { onPick: (words: string) => void }) {
  const t = useTranslations("chat");
  const openers = [
    [t("opener1Label"), t("opener1")],
    [t("opener2Label"), t("opener2")],
    [t("opener3Label"), t("opener3")],
    [t("opener4Label"), t("opener4")],
  ] as const;
  return (
    <div className="my-auto grid gap-6 py-6">
      <div className="grid gap-1.5">
        <h2 className="headline text-2xl">{t("emptyTitle")}</h2>
        <p className="text-ink-soft text-base">{t("emptySentence")}</p>
      </div>
      <ul className="grid border-t">
        {openers.map(([label, words]) => (
          <li key={label} className="border-b">
            <button
              type="button"
              onClick={() => onPick(words)}
              className="group grid w-full gap-0.5 px-1 py-3 text-start transition-colors hover:bg-hover"
            >
              <span className="font-medium text-base">{label}</span>
              <span className="line-clamp-2 text-ink-soft text-sm">{words}</span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
