import { ArrowLeft } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { CampaignStatus } from "@/components/campaign/campaign-status";
import { LiveBadge } from "@/components/live/live-badge";
import { Page } from "@/components/ui/page";
import { PageHeader } from "@/components/ui/page-header";
import { can } from "@/lib/accounts/permissions";
import { getCampaign } from "@/lib/campaigns/get-campaign";
import { isOver } from "@/lib/campaigns/status-rules";
import { requireViewer } from "@/lib/entry/require-viewer";
import { orNotFound } from "../or-not-found";
import { CampaignControls } from "./campaign-controls";
import { DraftPanels } from "./draft-panels";
import { SentPanels } from "./sent-panels";

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ state?: string; search?: string; cursor?: string }>;
};

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("campaigns");
  return { title: t("title") };
}

export default async function CampaignPage({ params, searchParams }: Props) {
  const viewer = await requireViewer();
  const { id } = await params;
  const campaign = await getCampaign(viewer, id).catch(orNotFound);
  const t = await getTranslations("campaigns");
  const isDraft = campaign.status === "draft";
  const query = await searchParams;
  return (
    <Page>
      <PageHeader
        back={
          <Link
            href="/campaigns"
            className="flex w-fit items-center gap-1.5 text-ink-soft text-sm hover:text-ink"
          >
            <ArrowLeft aria-hidden className="size-3.5" />
            {t("title")}
          </Link>
        }
        title={campaign.name}
        sentence={campaign.subject === campaign.name ? undefined : campaign.subject}
        action={
          <>
            {!isDraft && !isOver(campaign.status) && <LiveBadge />}
            <CampaignStatus status={campaign.status} />
            {!isDraft && can(viewer, "campaigns.send") && (
              <CampaignControls
                id={campaign.id}
                name={campaign.name}
                status={campaign.status}
                pending={campaign.figures.pending}
              />
            )}
          </>
        }
      />
      {isDraft ? (
        <DraftPanels viewer={viewer} campaign={campaign} />
      ) : (
        <SentPanels viewer={viewer} campaign={campaign} query={query} />
      )}
    </Page>
  );
}
