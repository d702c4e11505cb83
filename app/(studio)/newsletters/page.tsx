import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Suspense } from "react";
import { TableSkeleton } from "@/components/states/skeletons";
import { Page } from "@/components/ui/page";
import { PageHeader } from "@/components/ui/page-header";
import { can } from "@/lib/accounts/permissions";
import { requireViewer } from "@/lib/entry/require-viewer";
import { ComposeButton } from "./compose-button";
import { NewslettersTable } from "./newsletters-table";

type Props = { searchParams: Promise<{ search?: string | string[]; cursor?: string | string[] }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("newsletters"))("title") };
}

export default async function NewslettersPage({ searchParams }: Props) {
  const viewer = await requireViewer();
  const t = await getTranslations("newsletters");
  const query = await searchParams;
  const search = single(query.search)?.trim().slice(0, 200) ?? "";
  const cursor = single(query.cursor);
  return (
    <Page>
      <PageHeader
        title={t("title")}
        sentence={t("sentence")}
        action={can(viewer, "newsletters.write") && <ComposeButton>{t("new")}</ComposeButton>}
      />
      <Suspense key={`${search} ${cursor ?? ""}`} fallback={<TableSkeleton rows={8} columns={4} />}>
        <NewslettersTable search={search} cursor={cursor} />
      </Suspense>
    </Page>
  );
}

function single(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value[0] : value;
}
