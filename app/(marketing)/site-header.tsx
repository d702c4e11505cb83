import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { Logo } from "@/components/shell/logo";
import { Button } from "@/components/ui/button";

export async function SiteHeader() {
  const t = await getTranslations("marketing");
  return (
    <header className="gutters mx-auto flex w-full max-w-page items-center justify-between gap-4 py-5">
      <Link href="/" aria-label={t("toStart")} className="rounded-control">
        <Logo />
      </Link>
      <nav aria-label={t("navigation")} className="flex items-center gap-1 sm:gap-2">
        <Button asChild variant="quiet" className="hidden sm:inline-flex">
          <Link href="/pricing">{t("plans")}</Link>
        </Button>
        <Button asChild variant="quiet">
          <Link href="/login">{t("signIn")}</Link>
        </Button>
        <Button asChild variant="primary">
          <Link href="/signup">{t("start")}</Link>
        </Button>
      </nav>
    </header>
  );
}
