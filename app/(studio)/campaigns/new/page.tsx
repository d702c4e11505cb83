import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { EmptyPaperDrawing } from "@/components/states/drawings";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Page } from "@/components/ui/page";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { Panel } from "@/components/ui/panel";
import { RelativeTime } from "@/components/ui/relative-time";
import { requireViewer } from "@/lib/entry/require-viewer";
import { listNewsletters } from "@/lib/newsletters/list-newsletters";
import { ChooseNewsletterButton } from "./choose-newsletter-button";

type Props = { searchParams: Promise<{ cursor?: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("campaigns");
  return { title: t("new") };
}

/** A campaign begins with what is to be sent. */
export default async function NewCampaignPage({ searchParams }: Props) {
  const viewer = await requireViewer();
  const t = await getTranslations("campaigns");
  const cursor = z
    .string()
    .max(300)
    .optional()
    .parse((await searchParams).cursor);
  const page = await listNewsletters(viewer, cursor ? { cursor, limit: 20 } : { limit: 20 });
  return (
    <Page className="max-w-180">
      <PageHeader title={t("new")} sentence={t("newSentence")} />
      <Panel>
        {page.data.length === 0 ? (
          <EmptyState
            drawing={<EmptyPaperDrawing />}
            title={t("newEmpty")}
            action={
              <Button asChild variant="primary">
                <Link href="/chat">{t("empty.action")}</Link>
              </Button>
            }
          />
        ) : (
          <ul>
            {page.data.map((newsletter) => (
              <li
                key={newsletter.id}
                className="flex items-center justify-between gap-4 border-b px-4 py-3 last:border-b-0"
              >
                <div className="min-w-0">
                  <p className="truncate font-medium">{newsletter.title}</p>
                  <p className="text-ink-faint text-sm">
                    <RelativeTime at={newsletter.updatedAt} />
                  </p>
                </div>
                <ChooseNewsletterButton newsletterId={newsletter.id} title={newsletter.title} />
              </li>
            ))}
          </ul>
        )}
        <Pagination
          firstHref={cursor ? "/campaigns/new" : null}
          nextHref={page.nextCursor ? `/campaigns/new?cursor=${page.nextCursor}` : null}
        />
      </Panel>
    </Page>
  );
}
