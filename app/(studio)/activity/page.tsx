import type { Metadata } from "next";
import Link from "next/link";
import { getFormatter, getTranslations } from "next-intl/server";
import { z } from "zod";
import { ActivitySentence } from "@/components/campaign/activity-log";
import { CampaignStatus } from "@/components/campaign/campaign-status";
import { LiveAccount } from "@/components/campaign/live-account";
import { LiveBadge } from "@/components/live/live-badge";
import { LiveRefresh } from "@/components/live/live-refresh";
import { QuietLineDrawing } from "@/components/states/drawings";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Page } from "@/components/ui/page";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { Panel, PanelBody } from "@/components/ui/panel";
import type { Viewer } from "@/lib/accounts/viewer";
import type { ActivityView, CampaignView } from "@/lib/campaigns/campaign-schema";
import { listActivities } from "@/lib/campaigns/list-activities";
import { listCampaigns } from "@/lib/campaigns/list-campaigns";
import { movingStatuses } from "@/lib/campaigns/status-rules";
import { requireViewer } from "@/lib/entry/require-viewer";
import { now } from "@/lib/platform/clock";
import { campaignTopic, workspaceTopics } from "@/lib/realtime/topics";
import { groupByDay } from "./group-by-day";

type Props = { searchParams: Promise<{ cursor?: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("activity");
  return { title: t("title") };
}

/** What moves now on top, live; then what has been, by day. */
export default async function ActivityPage({ searchParams }: Props) {
  const viewer = await requireViewer();
  const t = await getTranslations("activity");
  const cursor = z
    .uuid()
    .optional()
    .catch(undefined)
    .parse((await searchParams).cursor);
  const [moving, past] = await Promise.all([
    listCampaigns(viewer, { status: [...movingStatuses], limit: 20 }),
    listActivities(viewer, cursor ? { cursor, limit: 50 } : { limit: 50 }),
  ]);
  return (
    <Page>
      <PageHeader title={t("title")} sentence={t("sentence")} action={<LiveBadge />} />
      {past.data.length === 0 && moving.data.length === 0 ? (
        <Panel>
          <EmptyState
            drawing={<QuietLineDrawing />}
            title={t("emptyTitle")}
            sentence={t("emptySentence")}
            action={
              <Button asChild variant="primary">
                <Link href="/chat">{t("emptyAction")}</Link>
              </Button>
            }
          />
        </Panel>
      ) : (
        <div className="grid gap-8">
          {!cursor && <Moving viewer={viewer} campaigns={moving.data} />}
          <Past viewer={viewer} entries={past.data} />
        </div>
      )}
      <Pagination
        firstHref={cursor ? "/activity" : null}
        nextHref={past.nextCursor ? `/activity?cursor=${past.nextCursor}` : null}
      />
      <LiveRefresh topics={[workspaceTopics(viewer.workspaceId)]} everyMs={4_000} />
    </Page>
  );
}

async function Moving({ viewer, campaigns }: { viewer: Viewer; campaigns: CampaignView[] }) {
  const t = await getTranslations("activity");
  const format = await getFormatter();
  return (
    <section aria-label={t("now")} className="grid gap-3">
      <h2 className="font-semibold text-base">{t("now")}</h2>
      {campaigns.length === 0 && <p className="text-ink-soft text-base">{t("nothingNow")}</p>}
      {campaigns.map((campaign) => (
        <Panel key={campaign.id}>
          <div className="flex flex-wrap items-center justify-between gap-3 px-4 pt-4 pb-3 md:px-5">
            <Link
              href={`/campaigns/${campaign.id}`}
              className="headline min-w-0 truncate text-lg hover:underline"
            >
              {campaign.name}
            </Link>
            <CampaignStatus status={campaign.status} />
          </div>
          <PanelBody>
            {campaign.status === "scheduled" && campaign.scheduledFor ? (
              <p className="text-ink-soft text-base">
                {t("scheduledFor", { when: format.dateTime(campaign.scheduledFor, "moment") })}
              </p>
            ) : (
              <LiveAccount
                id={campaign.id}
                topic={campaignTopic(viewer.workspaceId, campaign.id)}
                status={campaign.status}
                figures={campaign.figures}
                startedAt={campaign.startedAt?.toISOString() ?? null}
                isOver={false}
              />
            )}
          </PanelBody>
        </Panel>
      ))}
    </section>
  );
}

async function Past({ viewer, entries }: { viewer: Viewer; entries: ActivityView[] }) {
  const t = await getTranslations("activity");
  const format = await getFormatter();
  const today = now();
  return (
    <section aria-label={t("past")} className="grid gap-5">
      {groupByDay(entries, viewer.timeZone, today).map(({ day, distance, entries: ofDay }) => (
        <div key={day} className="grid gap-2">
          <h2 className="font-semibold text-base">
            {distance === 0 && t("today")}
            {distance === 1 && t("yesterday")}
            {distance > 1 && ofDay[0] && format.dateTime(ofDay[0].at, "dayLong")}
          </h2>
          <Panel>
            <ol>
              {ofDay.map((entry) => (
                <li
                  key={entry.id}
                  className="grid grid-cols-[64px_minmax(0,1fr)] gap-x-3 border-b px-4 py-2.5 text-base last:border-b-0 md:px-5"
                >
                  <time
                    dateTime={entry.at.toISOString()}
                    title={format.dateTime(entry.at, "exact")}
                    className="text-ink-faint text-sm leading-6 tabular-nums"
                  >
                    {format.dateTime(entry.at, "time")}
                  </time>
                  <div className="min-w-0">
                    <Link
                      href={`/campaigns/${entry.campaignId}`}
                      className="block truncate font-medium hover:underline"
                    >
                      {entry.campaignName}
                    </Link>
                    <div className="text-ink-soft">
                      <ActivitySentence entry={entry} />
                    </div>
                  </div>
                </li>
              ))}
            </ol>
          </Panel>
        </div>
      ))}
    </section>
  );
}
