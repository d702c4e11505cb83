import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { Suspense } from "react";
import { TableSkeleton } from "@/components/states/skeletons";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { Panel, PanelBody, PanelHeader } from "@/components/ui/panel";
import { can } from "@/lib/accounts/permissions";
import type { Viewer } from "@/lib/accounts/viewer";
import type { CampaignView } from "@/lib/campaigns/campaign-schema";
import { runPreflight } from "@/lib/campaigns/run-preflight";
import { getNewsletter } from "@/lib/newsletters/get-newsletter";
import { isAppError } from "@/lib/platform/errors";
import { listSenders } from "@/lib/sending/list-senders";
import { AudiencePanel } from "./audience-panel";
import { CheckList } from "./check-list";
import { DiscardButton } from "./discard-button";
import { NameForm } from "./name-form";
import { ReviewPanel } from "./review-panel";
import { SenderForm } from "./sender-form";
import { LogPanel } from "./sent-panels";
import { TestForm } from "./test-form";

/** A draft: who gets it, from whom, what the check says, a test, and the way out. */
export async function DraftPanels({ viewer, campaign }: { viewer: Viewer; campaign: CampaignView }) {
  const t = await getTranslations("campaigns.draft");
  const newsletter = await getNewsletter(viewer, campaign.newsletterId).catch((error: unknown) => {
    if (isAppError(error, "not_found")) return null;
    throw error;
  });
  const mayChange = can(viewer, "campaigns.write");
  if (!newsletter) {
    return (
      <Notice tone="warn" action={mayChange && <DiscardButton id={campaign.id} name={campaign.name} />}>
        {t("missing")}
      </Notice>
    );
  }
  const senders = await listSenders(viewer);
  return (
    <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,1fr)_380px]">
      <div className="grid gap-5">
        <Panel>
          <PanelHeader
            title={t("newsletter")}
            sentence={newsletter.document.meta.subject}
            action={
              <Button asChild size="small">
                <Link href={`/newsletters/${newsletter.id}`}>{t("open")}</Link>
              </Button>
            }
          />
          <PanelBody>
            <NameForm id={campaign.id} name={campaign.name} isReadOnly={!mayChange} />
          </PanelBody>
        </Panel>
        <AudiencePanel viewer={viewer} campaign={campaign} isReadOnly={!mayChange} />
        <Panel>
          <PanelHeader title={t("sender")} sentence={t("senderSentence")} />
          <PanelBody>
            <SenderForm
              id={campaign.id}
              senders={senders}
              senderId={campaign.senderId ?? senders.find((sender) => sender.isDefault)?.id ?? null}
              isReadOnly={!mayChange}
            />
          </PanelBody>
        </Panel>
        <Panel>
          <PanelHeader title={t("check")} sentence={t("checkSentence")} />
          <PanelBody>
            <Suspense fallback={<TableSkeleton rows={2} columns={1} />}>
              <Check viewer={viewer} campaign={campaign} />
            </Suspense>
          </PanelBody>
        </Panel>
      </div>
      <div className="grid gap-5 lg:sticky lg:top-5">
        {mayChange && (
          <>
            <ReviewPanel id={campaign.id} key={campaign.updatedAt.toISOString()} />
            <Panel>
              <PanelHeader title={t("test")} sentence={t("testSentence")} />
              <PanelBody>
                <TestForm id={campaign.id} />
              </PanelBody>
            </Panel>
            <div className="flex justify-end">
              <DiscardButton id={campaign.id} name={campaign.name} />
            </div>
          </>
        )}
        <Suspense>
          <LogPanel viewer={viewer} campaignId={campaign.id} />
        </Suspense>
      </div>
    </div>
  );
}

async function Check({ viewer, campaign }: { viewer: Viewer; campaign: CampaignView }) {
  const { findings } = await runPreflight(viewer, campaign.id);
  return <CheckList id={campaign.id} newsletterId={campaign.newsletterId} findings={findings} />;
}
