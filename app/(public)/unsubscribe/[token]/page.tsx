import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Logo } from "@/components/shell/logo";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { type ChoicesView, findChoices } from "@/lib/sending/signals/find-choices";

type Props = { params: Promise<{ token: string }>; searchParams: Promise<{ done?: string | string[] }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const choices = await findChoices((await params).token);
  const t = await getTranslations({ locale: await localeOf(choices), namespace: "public" });
  return { title: t("unsubscribeTitle"), robots: { index: false, follow: false } };
}

/** What a person may end, by the link of a received mail. The page only shows; its form posts. */
export default async function UnsubscribePage({ params, searchParams }: Props) {
  const { token } = await params;
  const { done } = await searchParams;
  const choices = await findChoices(token);
  const locale = await localeOf(choices);
  const t = await getTranslations({ locale, namespace: "public" });
  if (choices?.kind !== "recipient") {
    const key = choices ? "test" : "unknown";
    return (
      <Sheet locale={locale} title={t(`${key}Title`)}>
        <p className="text-ink-soft text-md">{t(`${key}Body`)}</p>
      </Sheet>
    );
  }
  const { workspaceName, email, lists, isUnsubscribed } = choices;
  if (isUnsubscribed) {
    return (
      <Sheet locale={locale} title={t("endedTitle")}>
        <p className="text-ink-soft text-md">{t("endedBody", { workspace: workspaceName, email })}</p>
      </Sheet>
    );
  }
  return (
    <Sheet locale={locale} title={t("unsubscribeTitle")}>
      {done === "list" && <Notice tone="good">{t("leftList")}</Notice>}
      <p className="text-ink-soft text-md">{t("whatComes", { workspace: workspaceName, email })}</p>
      <form method="post" action={`/unsubscribe/${encodeURIComponent(token)}/change`} className="grid gap-6">
        {lists.length > 0 && (
          <ul className="divide-y divide-line border-line border-y">
            {lists.map((list) => (
              <li key={list.id} className="flex items-center justify-between gap-4 py-2.5">
                <span className="min-w-0 break-words">{list.name}</span>
                <Button
                  type="submit"
                  name="list"
                  value={list.id}
                  aria-label={t("leaveNamed", { list: list.name })}
                >
                  {t("leave")}
                </Button>
              </li>
            ))}
          </ul>
        )}
        <div className="grid justify-items-start gap-2">
          <Button type="submit" name="all" value="1" variant="primary" size="large">
            {t("endAll")}
          </Button>
          <p className="text-ink-faint text-sm">{t("endAllHint", { workspace: workspaceName })}</p>
        </div>
      </form>
    </Sheet>
  );
}

function Sheet({ locale, title, children }: { locale: string; title: string; children: ReactNode }) {
  return (
    <div lang={locale} className="flex min-h-dvh flex-col items-center px-4 py-10 sm:py-20">
      <main className="grid w-full max-w-[480px] gap-5 rounded-panel bg-surface p-6 shadow-[0_0_0_1px_var(--line)] sm:p-8">
        <h1 className="font-semibold text-xl">{title}</h1>
        {children}
      </main>
      <footer className="mt-8 opacity-70">
        <Logo />
      </footer>
    </div>
  );
}

/** The language of what was received; without it, the reader's. */
async function localeOf(choices: ChoicesView | null): Promise<"en" | "pt"> {
  return choices?.kind === "recipient" ? choices.language : await getLocale();
}
