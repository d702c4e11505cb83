import { getTranslations } from "next-intl/server";
import { OverTime } from "@/components/charts/over-time";
import { RankedBars } from "@/components/charts/ranked-bars";
import { Panel, PanelBody, PanelHeader } from "@/components/ui/panel";
import type { Viewer } from "@/lib/accounts/viewer";
import { getCampaignCharts } from "@/lib/campaigns/get-campaign-charts";

const mostLinks = 12;

/** How the figures grew, and which links were followed. */
export async function CampaignCharts({ viewer, campaignId }: { viewer: Viewer; campaignId: string }) {
  const t = await getTranslations("campaigns");
  const { growth, links } = await getCampaignCharts(viewer, campaignId);
  return (
    <div className="grid gap-5 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
      <Panel>
        <PanelHeader title={t("overTime")} sentence={t("overTimeSentence")} />
        <PanelBody>
          <OverTime
            label={t("overTime")}
            step={growth.step}
            series={[t("figures.accepted"), t("figures.opened"), t("figures.clicked")]}
            points={growth.points.map(({ at, accepted, opened, clicked }) => ({
              at,
              values: [accepted, opened, clicked],
            }))}
          />
        </PanelBody>
      </Panel>
      <Panel>
        <PanelHeader title={t("byLink")} sentence={t("byLinkSentence")} />
        <PanelBody>
          {links.length === 0 ? (
            <p className="py-6 text-center text-base text-ink-faint">{t("noLinks")}</p>
          ) : (
            <RankedBars
              label={t("byLink")}
              items={links.slice(0, mostLinks).map((link) => ({
                id: String(link.index),
                label: <span title={link.url}>{link.url.replace(/^https?:\/\/(www\.)?/, "")}</span>,
                value: link.people,
              }))}
            />
          )}
        </PanelBody>
      </Panel>
    </div>
  );
}
