import Link from "next/link";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { AccountBar } from "@/components/charts/account-bar";
import { Button } from "@/components/ui/button";
import { ComposingStage } from "./composing-stage";
import { PlanTable } from "./plan-table";

const figures = { audience: 1204, accepted: 1171, rejected: 6, unknown: 2, excluded: 25, pending: 0 };
const ways = ["laptop", "vercel", "many"] as const;
const questions = ["model", "sure", "data", "leave", "own"] as const;

export default async function LandingPage() {
  const t = await getTranslations("marketing");
  return (
    <>
      <section className="gutters mx-auto grid w-full max-w-page gap-x-16 gap-y-6 pt-10 pb-12 md:pt-16 lg:grid-cols-[minmax(0,1.7fr)_minmax(0,1fr)] lg:items-end">
        <h1 className="headline text-3xl md:text-[clamp(2.4375rem,5vw,4rem)] md:leading-[1.06]">
          {t.rich("headline", {
            mark: (chunks) => (
              <span className="bg-[linear-gradient(var(--mark),var(--mark))] bg-[length:100%_0.12em] bg-[position:0_92%] bg-no-repeat">
                {chunks}
              </span>
            ),
          })}
        </h1>
        <div className="grid gap-5 lg:pb-2">
          <p className="max-w-measure text-ink-soft">{t("sentence")}</p>
          <div className="flex flex-wrap gap-3">
            <Button asChild variant="primary" size="large">
              <Link href="/signup">{t("signUp")}</Link>
            </Button>
            <Button asChild size="large">
              <Link href="/login">{t("signIn")}</Link>
            </Button>
          </div>
        </div>
      </section>
      <section aria-label={t("stageLabel")} className="mx-auto w-full max-w-[1320px] md:px-6">
        <ComposingStage />
      </section>
      <Chapter title={t("proofTitle")} text={t("proofText")}>
        <div className="rounded-panel bg-surface p-5 shadow-[0_0_0_1px_var(--line)] md:p-8">
          <AccountBar figures={figures} />
        </div>
        <p className="mt-4 text-base text-ink-faint">{t("proofNote")}</p>
      </Chapter>
      <Chapter title={t("waysTitle")} text={t("waysText")}>
        <dl className="grid gap-8 md:grid-cols-3 md:gap-6">
          {ways.map((way) => (
            <div key={way} className="grid content-start gap-2 border-t-2 border-t-accent pt-4">
              <dt className="headline text-lg">{t(`way.${way}.name`)}</dt>
              <dd className="text-base text-ink-soft">{t(`way.${way}.text`)}</dd>
            </div>
          ))}
        </dl>
      </Chapter>
      <Chapter title={t("plansTitle")} text={t("plansText")}>
        <PlanTable />
      </Chapter>
      <Chapter title={t("questionsTitle")}>
        <div className="border-t">
          {questions.map((question) => (
            <details key={question} className="group border-b">
              <summary className="flex list-none items-baseline justify-between gap-6 py-4 font-medium hover:text-accent [&::-webkit-details-marker]:hidden">
                {t(`question.${question}.ask`)}
                <span
                  aria-hidden
                  className="text-ink-faint text-lg leading-none transition-transform group-open:rotate-45"
                >
                  +
                </span>
              </summary>
              <p className="max-w-measure pb-5 text-ink-soft">{t(`question.${question}.answer`)}</p>
            </details>
          ))}
        </div>
      </Chapter>
    </>
  );
}

/** A chapter: what it says at the left, what shows it at the right. */
function Chapter({ title, text, children }: { title: string; text?: string; children: ReactNode }) {
  return (
    <section className="gutters mx-auto grid w-full max-w-page gap-x-12 gap-y-6 py-12 md:py-20 lg:grid-cols-[minmax(0,1fr)_minmax(0,2.3fr)]">
      <div className="grid content-start gap-3">
        <h2 className="headline text-xl md:text-2xl">{title}</h2>
        {text && <p className="max-w-measure text-base text-ink-soft">{text}</p>}
      </div>
      <div className="min-w-0">{children}</div>
    </section>
  );
}
