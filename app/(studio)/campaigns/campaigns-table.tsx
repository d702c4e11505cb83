import { Search } from "lucide-react";
import Link from "next/link";
import { getFormatter, getTranslations } from "next-intl/server";
import { z } from "zod";
import { CampaignStatus } from "@/components/campaign/campaign-status";
import { OutgoingDrawing } from "@/components/states/drawings";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Input } from "@/components/ui/input";
import { Pagination } from "@/components/ui/pagination";
import { Panel } from "@/components/ui/panel";
import { RelativeTime } from "@/components/ui/relative-time";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import type { CampaignView } from "@/lib/campaigns/campaign-schema";
import { listCampaigns } from "@/lib/campaigns/list-campaigns";
import { requireViewer } from "@/lib/entry/require-viewer";

/** One page of campaigns with their figures. */
export async function CampaignsTable({ search, cursor }: { search: string; cursor: string | undefined }) {
  const viewer = await requireViewer();
  const t = await getTranslations("campaigns");
  const page = await listCampaigns(viewer, {
    search,
    cursor: z.uuid().optional().catch(undefined).parse(cursor),
  });
  if (page.data.length === 0 && !search && !cursor) {
    return (
      <Panel>
        <EmptyState
          drawing={<OutgoingDrawing />}
          title={t("empty.title")}
          sentence={t("empty.sentence")}
          action={
            <Button asChild variant="primary">
              <Link href="/chat">{t("empty.action")}</Link>
            </Button>
          }
        />
      </Panel>
    );
  }
  const query = search ? `search=${encodeURIComponent(search)}&` : "";
  return (
    <Panel className="overflow-hidden">
      <search className="flex items-center gap-2 border-b px-4 py-3">
        <form className="grow">
          <div className="relative w-full max-w-72">
            <Search aria-hidden className="absolute top-1/2 left-3 size-4 -translate-y-1/2 text-ink-faint" />
            <Input
              type="search"
              name="search"
              defaultValue={search}
              placeholder={t("search")}
              aria-label={t("search")}
              minLength={3}
              className="ps-9"
            />
          </div>
        </form>
      </search>
      {page.data.length === 0 ? (
        <EmptyState
          title={t("noMatch", { search })}
          action={
            <Button asChild>
              <Link href="/campaigns">{t("clear")}</Link>
            </Button>
          }
        />
      ) : (
        <Rows campaigns={page.data} />
      )}
      <Pagination
        firstHref={cursor ? `/campaigns?${query}` : null}
        nextHref={page.nextCursor ? `/campaigns?${query}cursor=${page.nextCursor}` : null}
      />
    </Panel>
  );
}

async function Rows({ campaigns }: { campaigns: CampaignView[] }) {
  const t = await getTranslations("campaigns.table");
  return (
    <Table aria-label={t("label")}>
      <TableHead>
        <TableRow>
          <TableHeader>{t("name")}</TableHeader>
          <TableHeader>{t("status")}</TableHeader>
          <TableHeader className="text-end max-md:hidden">{t("audience")}</TableHeader>
          <TableHeader className="text-end max-md:hidden">{t("accepted")}</TableHeader>
          <TableHeader className="text-end max-md:hidden">{t("opened")}</TableHeader>
          <TableHeader className="text-end max-md:hidden">{t("clicked")}</TableHeader>
          <TableHeader className="max-md:hidden">{t("when")}</TableHeader>
        </TableRow>
      </TableHead>
      <TableBody>
        {campaigns.map((campaign) => (
          <Row key={campaign.id} campaign={campaign} />
        ))}
      </TableBody>
    </Table>
  );
}

async function Row({ campaign }: { campaign: CampaignView }) {
  const t = await getTranslations("campaigns.table");
  const format = await getFormatter();
  const { figures } = campaign;
  const isStarted = figures.audience > 0;
  const share = (count: number) =>
    figures.accepted > 0 ? format.number(count / figures.accepted, "percent") : "";
  return (
    <TableRow>
      <TableCell className="w-full max-w-0 py-2 md:max-w-80">
        <Link href={`/campaigns/${campaign.id}`} className="block truncate font-medium hover:underline">
          {campaign.name}
        </Link>
        {campaign.subject && campaign.subject !== campaign.name && (
          <span className="block truncate text-ink-faint text-sm">{campaign.subject}</span>
        )}
        {isStarted && (
          <span className="block truncate text-ink-faint text-sm md:hidden">
            {t("short", { accepted: figures.accepted, audience: figures.audience })}
          </span>
        )}
      </TableCell>
      <TableCell>
        <CampaignStatus status={campaign.status} />
      </TableCell>
      <TableCell isNumber className="max-md:hidden">
        {isStarted && format.number(figures.audience)}
      </TableCell>
      <TableCell isNumber className="max-md:hidden">
        {isStarted && format.number(figures.accepted)}
      </TableCell>
      <TableCell isNumber className="max-md:hidden">
        {share(figures.opened)}
      </TableCell>
      <TableCell isNumber className="max-md:hidden">
        {share(figures.clicked)}
      </TableCell>
      <TableCell className="whitespace-nowrap text-ink-soft text-sm max-md:hidden">
        <RelativeTime at={campaign.startedAt ?? campaign.scheduledFor ?? campaign.updatedAt} />
      </TableCell>
    </TableRow>
  );
}
