import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Page } from "@/components/ui/page";
import { PageHeader } from "@/components/ui/page-header";
import { can } from "@/lib/accounts/permissions";
import { hasFeature } from "@/lib/entitlements/entitlements";
import { requireViewer } from "@/lib/entry/require-viewer";
import { listTemplates } from "@/lib/templates/list-templates";
import { TemplateGallery } from "./template-gallery";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("templates"))("title") };
}

export default async function TemplatesPage() {
  const viewer = await requireViewer();
  const t = await getTranslations("templates");
  const hasPro = await hasFeature(viewer.workspaceId, "pro_templates");
  return (
    <Page>
      <PageHeader title={t("title")} sentence={t("sentence")} />
      <TemplateGallery
        templates={listTemplates(viewer.locale)}
        hasPro={hasPro}
        canUse={can(viewer, "newsletters.write")}
      />
    </Page>
  );
}
