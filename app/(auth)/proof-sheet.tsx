import { getTranslations } from "next-intl/server";
import { Paper } from "@/components/ui/paper";

/** What Galley makes, set as a proof: a picture in words, so it is hidden from screen readers and from small screens. */
export async function ProofSheet() {
  const t = await getTranslations("auth");
  return (
    <aside
      aria-hidden
      className="hidden items-center justify-center overflow-hidden border-s bg-surface-sunken p-16 lg:flex"
    >
      <Paper className="w-full max-w-[440px] px-12 py-14">
        <p className="font-mono text-xs opacity-70">{t("proofIssue")}</p>
        <p className="headline mt-6 text-3xl">
          {t.rich("proofHeadline", {
            mark: (words) => <span className="bg-mark text-on-mark">{words}</span>,
          })}
        </p>
        <p className="headline mt-6 text-lg leading-relaxed opacity-80">{t("proofText")}</p>
        <div className="mt-10 border-current/15 border-t pt-5">
          <p className="font-mono text-xs opacity-70">{t("proofSum")}</p>
          <p className="headline mt-1 text-xl tabular-nums">{t("proofFigures")}</p>
        </div>
      </Paper>
    </aside>
  );
}
