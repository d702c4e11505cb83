import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { LogoMark } from "@/components/shell/logo";

export async function SiteFooter() {
  const t = await getTranslations("marketing");
  return (
    <footer className="border-t">
      <div className="gutters mx-auto flex w-full max-w-page flex-wrap items-center justify-between gap-x-8 gap-y-4 py-8 text-base text-ink-soft">
        <p className="flex items-center gap-3">
          <LogoMark />
          {t("footer")}
        </p>
        <nav aria-label={t("footerNavigation")} className="flex gap-5">
          <Link href="/pricing" className="text-link">
            {t("plans")}
          </Link>
          <Link href="/login" className="text-link">
            {t("signIn")}
          </Link>
          <Link href="/signup" className="text-link">
            {t("signUp")}
          </Link>
        </nav>
      </div>
    </footer>
  );
}
