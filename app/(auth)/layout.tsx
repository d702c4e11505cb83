import Link from "next/link";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Logo } from "@/components/shell/logo";
import { ClientMessages } from "@/i18n/client-messages";
import { home } from "@/lib/accounts/home";
import { findViewer } from "@/lib/entry/require-viewer";
import { ProofSheet } from "./proof-sheet";

/** The doors: a form at the left, a proof sheet at the right where there is room. Who is signed in has no business here. */
export default async function AuthLayout({ children }: { children: ReactNode }) {
  if (await findViewer()) redirect(home);
  const t = await getTranslations("auth");
  return (
    <div className="grid min-h-dvh lg:grid-cols-[minmax(0,1fr)_minmax(0,1.1fr)]">
      <div className="flex flex-col px-4 py-6 sm:px-8">
        <header>
          <Link href="/" aria-label={t("toStart")} className="inline-flex rounded-control">
            <Logo />
          </Link>
        </header>
        <main className="mx-auto flex w-full max-w-[384px] grow flex-col justify-center py-10">
          <ClientMessages areas={["auth", "errors", "words"]}>{children}</ClientMessages>
        </main>
      </div>
      <ProofSheet />
    </div>
  );
}
