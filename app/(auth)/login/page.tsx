import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { AuthHeading } from "../auth-heading";
import { withCallback } from "../with-callback";
import { LoginForm } from "./login-form";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("auth"))("loginTitle") };
}

type Props = { searchParams: Promise<{ callbackUrl?: string | string[]; error?: string | string[] }> };

export default async function LoginPage({ searchParams }: Props) {
  const t = await getTranslations("auth");
  const { callbackUrl, error } = await searchParams;
  const target = typeof callbackUrl === "string" ? callbackUrl : undefined;
  return (
    <>
      <AuthHeading title={t("loginTitle")} sentence={t("loginSentence")} />
      <LoginForm callbackUrl={target} refusal={typeof error === "string" ? error : undefined} />
      <p className="mt-8 text-ink-soft text-md">
        {t("noAccount")}{" "}
        <Link className="text-link" href={withCallback("/signup", target)}>
          {t("toSignup")}
        </Link>
      </p>
    </>
  );
}
