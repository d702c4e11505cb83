import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { CampaignStatus } from "@/components/campaign/campaign-status";
import { Panel, PanelHeader } from "@/components/ui/panel";
import type { CampaignOfNewsletter } from "@/lib/campaigns/list-campaigns-of-newsletters";

/** The campaigns that were made of a newsletter. */
export async function CampaignsPanel({ campaigns }: { campaigns: readonly CampaignOfNewsletter[] }) {
  const t = await getTranslations("newsletters");
  return (
    <Panel>
      <PanelHeader title={t("campaigns")} />
      <ul className="pb-2">
        {campaigns.map((campaign) => (
          <li key={campaign.id} className="flex items-center justify-between gap-3 px-4 py-1.5 md:px-5">
            <Link
              href={`/campaigns/${campaign.id}`}
              className="min-w-0 truncate font-medium decoration-mark decoration-2 underline-offset-3 hover:underline"
            >
              {campaign.name}
            </Link>
            <CampaignStatus status={campaign.status} />
          </li>
        ))}
      </ul>
    </Panel>
  );
}
