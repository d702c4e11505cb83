import { ArrowLeft } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { NewsletterPreview } from "@/components/newsletter-preview/newsletter-preview";
import { Page } from "@/components/ui/page";
import { PageHeader } from "@/components/ui/page-header";
import { can } from "@/lib/accounts/permissions";
import { listCampaignsOfNewsletters } from "@/lib/campaigns/list-campaigns-of-newsletters";
import { hasFeature } from "@/lib/entitlements/entitlements";
import { requireViewer } from "@/lib/entry/require-viewer";
import { renderForPreview } from "@/lib/newsletters/render-for-preview";
import { newsletterState } from "../newsletter-state";
import { CampaignsPanel } from "./campaigns-panel";
import { FactsPanel } from "./facts-panel";
import { HistoryPanel } from "./history-panel";
import { NextSteps } from "./next-steps";
import { readNewsletter, readVersion } from "./read-newsletter";
import { ViewedVersion } from "./viewed-version";

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ version?: string | string[]; before?: string | string[] }>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { title } = await readNewsletter((await params).id);
  return { title };
}

/** The newest version, or the one that the address names, as readers would get it, with what came before. */
export default async function NewsletterPage({ params, searchParams }: Props) {
  const viewer = await requireViewer();
  const newsletter = await readNewsletter((await params).id);
  const { id, title, version: newest } = newsletter;
  const query = await searchParams;
  const viewed = await readVersion(viewer, newsletter, query.version);
  const [t, preview, campaigns, hasCampaigns] = await Promise.all([
    getTranslations("newsletters"),
    renderForPreview(viewer, id, { version: viewed }),
    listCampaignsOfNewsletters(viewer, [id]),
    hasFeature(viewer.workspaceId, "campaigns"),
  ]);
  const state = newsletterState(campaigns);
  const canWrite = can(viewer, "newsletters.write");
  return (
    <Page>
      <PageHeader
        back={
          <Link
            href="/newsletters"
            className="flex w-fit items-center gap-1.5 text-ink-soft text-sm hover:text-ink"
          >
            <ArrowLeft aria-hidden className="size-3.5" />
            {t("title")}
          </Link>
        }
        title={title}
        sentence={preview.subject === title ? undefined : preview.subject || t("noSubject")}
        action={
          <NextSteps
            id={id}
            title={title}
            canWrite={canWrite}
            canChat={can(viewer, "chat.use")}
            campaigns={can(viewer, "campaigns.write") ? (hasCampaigns ? "open" : "locked") : "none"}
          />
        }
      />
      {viewed !== newest && <ViewedVersion id={id} viewed={viewed} newest={newest} canRestore={canWrite} />}
      <div className="grid grid-cols-1 items-start gap-6 lg:grid-cols-[minmax(0,1fr)_320px]">
        <NewsletterPreview
          address={`/newsletters/${id}/mail?version=${viewed}`}
          title={t("preview.frame")}
          text={preview.text}
          isDraft={state === "draft" || state === "scheduled"}
        />
        <div className="grid gap-5">
          <FactsPanel preview={preview} language={newsletter.document.meta.language} state={state} />
          {campaigns.length > 0 && <CampaignsPanel campaigns={campaigns} />}
          <HistoryPanel viewer={viewer} id={id} viewed={viewed} newest={newest} before={query.before} />
        </div>
      </div>
    </Page>
  );
}
