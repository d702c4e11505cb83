import { Check, Minus } from "lucide-react";
import Link from "next/link";
import { getFormatter, getTranslations } from "next-intl/server";
import { Button } from "@/components/ui/button";
import { plans } from "@/lib/entitlements/plans";

const names = ["free", "pro", "business"] as const;
const limits = ["contacts", "emails_month", "ai_credits_month", "members", "api_keys"] as const;
const features = ["campaigns", "pro_templates", "segments"] as const;

/** A region that scrolls must be reachable by keyboard. */
const scroller = { tabIndex: 0 };

/** The plans as they are enforced: read from the same map that refuses what is above them. */
export async function PlanTable() {
  const t = await getTranslations("marketing");
  const format = await getFormatter();
  return (
    <section {...scroller} aria-label={t("plansTitle")} className="overflow-x-auto">
      <table className="w-full border-collapse text-sm md:text-base">
        <thead>
          <tr className="border-b">
            <td />
            {names.map((name) => (
              <th key={name} scope="col" className="headline w-[22%] px-1.5 md:px-3 pb-3 text-start text-lg">
                {t(`plan.${name}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {limits.map((limit) => (
            <tr key={limit} className="border-b">
              <th scope="row" className="py-3 pe-3 text-start font-normal text-ink-soft">
                {t(`limit.${limit}`)}
              </th>
              {names.map((name) => (
                <td key={name} className="px-1.5 md:px-3 py-3 align-top">
                  {format.number(plans[name].limits[limit])}
                  {limit === "emails_month" && name === "free" && (
                    <span className="block text-ink-faint text-sm">{t("testOnly")}</span>
                  )}
                </td>
              ))}
            </tr>
          ))}
          {features.map((feature) => (
            <tr key={feature} className="border-b">
              <th scope="row" className="py-3 pe-3 text-start font-normal text-ink-soft">
                {t(`feature.${feature}`)}
              </th>
              {names.map((name) => (
                <td key={name} className="px-1.5 md:px-3 py-3">
                  <Included
                    isIncluded={plans[name].features[feature]}
                    yes={t("included")}
                    no={t("notIncluded")}
                  />
                </td>
              ))}
            </tr>
          ))}
          <tr>
            <td />
            {names.map((name) => (
              <td key={name} className="px-1.5 md:px-3 pt-5">
                <Button asChild size="small" variant={name === "pro" ? "primary" : "secondary"}>
                  <Link href="/signup">{t(`choose.${name}`)}</Link>
                </Button>
              </td>
            ))}
          </tr>
        </tbody>
      </table>
    </section>
  );
}

function Included({ isIncluded, yes, no }: { isIncluded: boolean; yes: string; no: string }) {
  const Icon = isIncluded ? Check : Minus;
  return (
    <span className={isIncluded ? "flex items-center gap-1.5" : "flex items-center gap-1.5 text-ink-faint"}>
      <Icon aria-hidden className="size-4 shrink-0" />
      {isIncluded ? yes : no}
    </span>
  );
}
