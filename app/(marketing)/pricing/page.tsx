import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PlanTable } from "../plan-table";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("marketing");
  return { title: t("plansTitle") };
}

export default async function PricingPage() {
  const t = await getTranslations("marketing");
  return (
    <div className="gutters mx-auto w-full max-w-[920px] pt-10 pb-20 md:pt-16">
      <h1 className="headline text-3xl">{t("plansTitle")}</h1>
      <p className="mt-3 max-w-measure text-ink-soft">{t("plansText")}</p>
      <div className="mt-10">
        <PlanTable />
      </div>
      <p className="mt-8 max-w-measure text-base text-ink-faint">{t("plansNote")}</p>
    </div>
  );
}
