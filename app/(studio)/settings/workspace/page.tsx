import type { Metadata } from "next";
import { getFormatter, getTranslations } from "next-intl/server";
import { Badge } from "@/components/ui/badge";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { Panel, PanelBody, PanelHeader } from "@/components/ui/panel";
import { getWorkspace } from "@/lib/accounts/get-workspace";
import { can } from "@/lib/accounts/permissions";
import { requireViewer } from "@/lib/entry/require-viewer";
import { WorkspaceForm } from "./workspace-form";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("settings"))("workspace") };
}

export default async function WorkspacePage() {
  const viewer = await requireViewer();
  const [t, format, workspace] = [
    await getTranslations("settings"),
    await getFormatter(),
    await getWorkspace(viewer),
  ];
  const { plan, source, expiresAt } = workspace.plan;
  const isTrial = source === "trial" && expiresAt !== null;
  return (
    <>
      <PageHeader title={t("workspace")} sentence={t("workspaceSentence")} />
      <div className="grid gap-6">
        {!workspace.postalAddress && (
          <Notice tone="warn" title={t("addressMissing")}>
            {t("addressMissingWhy")}
          </Notice>
        )}
        <Panel>
          <PanelBody className="pt-5">
            <WorkspaceForm
              name={workspace.name}
              postalAddress={workspace.postalAddress ?? ""}
              isEditable={can(viewer, "workspace.manage")}
            />
          </PanelBody>
        </Panel>
        <Panel>
          <PanelHeader
            title={t("plan")}
            sentence={
              isTrial ? t("trialUntil", { day: format.dateTime(expiresAt, "dayLong") }) : t("planSentence")
            }
            action={<Badge tone="accent">{t(`plan_${plan}`)}</Badge>}
          />
        </Panel>
      </div>
    </>
  );
}
