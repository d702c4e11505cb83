import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { env } from "@/lib/platform/env";
import { AuthHeading } from "../auth-heading";
import { withCallback } from "../with-callback";
import { SignupForm } from "./signup-form";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("auth"))("signupTitle") };
}

type Props = { searchParams: Promise<{ callbackUrl?: string | string[] }> };

export default async function SignupPage({ searchParams }: Props) {
  const t = await getTranslations("auth");
  const { callbackUrl } = await searchParams;
  const target = typeof callbackUrl === "string" ? callbackUrl : undefined;
  const days = env().TRIAL_DAYS;
  return (
    <>
      <AuthHeading
        title={t("signupTitle")}
        sentence={days > 0 ? t("signupTrial", { days }) : t("signupFree")}
      />
      <SignupForm callbackUrl={target} />
      <p className="mt-8 text-ink-soft text-md">
        {t("haveAccount")}{" "}
        <Link className="text-link" href={withCallback("/login", target)}>
          {t("toLogin")}
        </Link>
      </p>
    </>
  );
}
