import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { Logo } from "@/components/shell/logo";
import { EmptyPaperDrawing } from "@/components/states/drawings";
import { Button } from "@/components/ui/button";

export default async function NotFound() {
  const t = await getTranslations("states");
  return (
    <main className="gutters mx-auto flex min-h-dvh max-w-page flex-col py-6">
      <Link href="/" className="w-fit">
        <Logo />
      </Link>
      <div className="m-auto grid justify-items-center gap-3 pb-16 text-center">
        <EmptyPaperDrawing className="mb-3 text-ink-faint" />
        <h1 className="headline text-2xl">{t("notFoundTitle")}</h1>
        <p className="max-w-[42ch] text-ink-soft text-md">{t("notFoundBody")}</p>
        <Button asChild variant="primary" className="mt-3">
          <Link href="/">{t("notFoundHome")}</Link>
        </Button>
      </div>
    </main>
  );
}
