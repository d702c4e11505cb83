import { getTranslations } from "next-intl/server";
import { Suspense } from "react";
import { ActivityLog } from "@/components/campaign/activity-log";
import { LiveAccount } from "@/components/campaign/live-account";
import { TableSkeleton } from "@/components/states/skeletons";
import { Notice } from "@/components/ui/notice";
import { Panel, PanelBody, PanelHeader } from "@/components/ui/panel";
import type { Viewer } from "@/lib/accounts/viewer";
import type { CampaignView } from "@/lib/campaigns/campaign-schema";
import { listActivities } from "@/lib/campaigns/list-activities";
import { isOver } from "@/lib/campaigns/status-rules";
import { campaignTopic } from "@/lib/realtime/topics";
import { CampaignCharts } from "./campaign-charts";
import { FailureNotice } from "./failure-notice";
import { RecipientsPanel } from "./recipients-panel";

type Props = {
  viewer: Viewer;
  campaign: CampaignView;
  query: { state?: string; search?: string; cursor?: string };
};

/** A campaign that was confirmed: the account, what followed, everyone, and the log. */
export async function SentPanels({ viewer, campaign, query }: Props) {
  const t = await getTranslations("campaigns");
  return (
    <div className="grid gap-5">
      {campaign.status === "paused" && campaign.pausedReason && (
        <Notice tone="warn">{t(`pausedReason.${campaign.pausedReason}`)}</Notice>
      )}
      {campaign.status === "failed" && <FailureNotice failure={campaign.failure ?? "other"} />}
      <Panel>
        <PanelHeader title={t("figures.title")} sentence={t("figures.sentence")} />
        <PanelBody>
          <LiveAccount
            id={campaign.id}
            topic={campaignTopic(viewer.workspaceId, campaign.id)}
            status={campaign.status}
            figures={campaign.figures}
            startedAt={campaign.startedAt?.toISOString() ?? null}
            isOver={isOver(campaign.status)}
          />
        </PanelBody>
      </Panel>
      <Suspense fallback={<TableSkeleton rows={4} columns={3} />}>
        <CampaignCharts viewer={viewer} campaignId={campaign.id} />
      </Suspense>
      <Suspense fallback={<TableSkeleton rows={8} columns={4} />}>
        <RecipientsPanel viewer={viewer} campaign={campaign} query={query} />
      </Suspense>
      <Suspense fallback={<TableSkeleton rows={3} columns={2} />}>
        <LogPanel viewer={viewer} campaignId={campaign.id} />
      </Suspense>
    </div>
  );
}

/** What happened to the campaign, newest first. */
export async function LogPanel({ viewer, campaignId }: { viewer: Viewer; campaignId: string }) {
  const t = await getTranslations("campaigns.log");
  const { data } = await listActivities(viewer, { campaignId, limit: 100 });
  return (
    <Panel>
      <PanelHeader title={t("title")} sentence={t("sentence")} />
      <PanelBody>
        <ActivityLog entries={data} />
      </PanelBody>
    </Panel>
  );
}
