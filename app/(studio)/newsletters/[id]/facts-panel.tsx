import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { CampaignStatus } from "@/components/campaign/campaign-status";
import { cn } from "@/components/ui/cn";
import { Panel, PanelBody, PanelHeader } from "@/components/ui/panel";
import type { PreviewView } from "@/lib/newsletters/render-for-preview";
import type { newsletterState } from "../newsletter-state";

type FactsPanelProps = {
  preview: PreviewView;
  language: "en" | "pt";
  state: ReturnType<typeof newsletterState>;
};

/** What an inbox shows of it before it is opened, and what it weighs. */
export async function FactsPanel({ preview, language, state }: FactsPanelProps) {
  const t = await getTranslations("newsletters");
  return (
    <Panel>
      <PanelHeader title={t("facts.title")} action={<CampaignStatus status={state} />} />
      <PanelBody>
        <dl className="grid grid-cols-3 gap-3">
          <Fact name={t("facts.subject")} className="col-span-full">
            {preview.subject || <span className="text-ink-faint">{t("noSubject")}</span>}
          </Fact>
          <Fact name={t("facts.preheader")} className="col-span-full">
            {preview.preheader || <span className="text-ink-faint">{t("facts.noPreheader")}</span>}
          </Fact>
          <Fact name={t("facts.language")}>{t(`facts.${language}`)}</Fact>
          <Fact name={t("facts.size")}>
            {t("facts.kilobytes", { kilobytes: Math.ceil(preview.bytes / 1000) })}
          </Fact>
          <Fact name={t("facts.links")}>{preview.links.length}</Fact>
        </dl>
      </PanelBody>
    </Panel>
  );
}

function Fact({ name, className, children }: { name: string; className?: string; children: ReactNode }) {
  return (
    <div className={cn("grid min-w-0 content-start gap-0.5", className)}>
      <dt className="text-ink-faint text-sm">{name}</dt>
      <dd className="break-words text-base">{children}</dd>
    </div>
  );
}
