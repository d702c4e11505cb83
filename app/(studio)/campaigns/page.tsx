import { Plus } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { Suspense } from "react";
import { LiveRefresh } from "@/components/live/live-refresh";
import { TableSkeleton } from "@/components/states/skeletons";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { Page } from "@/components/ui/page";
import { PageHeader } from "@/components/ui/page-header";
import { hasFeature } from "@/lib/entitlements/entitlements";
import { requireViewer } from "@/lib/entry/require-viewer";
import { workspaceTopics } from "@/lib/realtime/topics";
import { CampaignsTable } from "./campaigns-table";

type Props = { searchParams: Promise<{ search?: string; cursor?: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("campaigns");
  return { title: t("title") };
}

export default async function CampaignsPage({ searchParams }: Props) {
  const viewer = await requireViewer();
  const t = await getTranslations("campaigns");
  const { search = "", cursor } = await searchParams;
  const isAllowed = await hasFeature(viewer.workspaceId, "campaigns");
  return (
    <Page>
      <PageHeader
        title={t("title")}
        sentence={t("sentence")}
        action={
          isAllowed && (
            <Button asChild variant="primary">
              <Link href="/campaigns/new">
                <Plus aria-hidden />
                {t("new")}
              </Link>
            </Button>
          )
        }
      />
      {!isAllowed && (
        <Notice title={t("locked.title")} className="mb-5">
          {t("locked.sentence")}
        </Notice>
      )}
      <Suspense key={`${search} ${cursor ?? ""}`} fallback={<TableSkeleton rows={6} columns={5} />}>
        <CampaignsTable search={search} cursor={cursor} />
      </Suspense>
      <LiveRefresh topics={[workspaceTopics(viewer.workspaceId)]} everyMs={4_000} />
    </Page>
  );
}
