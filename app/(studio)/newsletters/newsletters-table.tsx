import { Search } from "lucide-react";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { CampaignStatus } from "@/components/campaign/campaign-status";
import { EmptyPaperDrawing, NothingFoundDrawing } from "@/components/states/drawings";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Input } from "@/components/ui/input";
import { Pagination } from "@/components/ui/pagination";
import { Panel } from "@/components/ui/panel";
import { RelativeTime } from "@/components/ui/relative-time";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import { can } from "@/lib/accounts/permissions";
import type { Viewer } from "@/lib/accounts/viewer";
import {
  type CampaignOfNewsletter,
  listCampaignsOfNewsletters,
} from "@/lib/campaigns/list-campaigns-of-newsletters";
import { hasFeature } from "@/lib/entitlements/entitlements";
import { requireViewer } from "@/lib/entry/require-viewer";
import { listNewsletters } from "@/lib/newsletters/list-newsletters";
import type { NewsletterListItem } from "@/lib/newsletters/newsletter-schema";
import { isAppError } from "@/lib/platform/errors";
import { ComposeButton } from "./compose-button";
import { NewsletterMenu } from "./newsletter-menu";
import { newsletterState } from "./newsletter-state";

/** One page of newsletters, each with where it stands and what can be done with it. */
export async function NewslettersTable({ search, cursor }: { search: string; cursor: string | undefined }) {
  const viewer = await requireViewer();
  const t = await getTranslations("newsletters");
  const page = await readPage(viewer, search, cursor);
  const isEmpty = page.data.length === 0;
  if (isEmpty && !search && !cursor) return <NothingYet canWrite={can(viewer, "newsletters.write")} />;
  const campaigns = await listCampaignsOfNewsletters(
    viewer,
    page.data.map((newsletter) => newsletter.id),
  );
  const query = search ? `search=${encodeURIComponent(search)}&` : "";
  return (
    <Panel className="overflow-hidden">
      <SearchField search={search} label={t("search")} />
      {isEmpty ? (
        <EmptyState
          drawing={<NothingFoundDrawing />}
          title={t("noMatch", { search })}
          sentence={t("searchHint")}
          action={
            <Button asChild>
              <Link href="/newsletters">{t("clear")}</Link>
            </Button>
          }
        />
      ) : (
        <Rows viewer={viewer} newsletters={page.data} campaigns={campaigns} />
      )}
      <Pagination
        firstHref={cursor ? `/newsletters?${query}` : null}
        nextHref={page.nextCursor ? `/newsletters?${query}cursor=${page.nextCursor}` : null}
      />
    </Panel>
  );
}

// An address that somebody shortened or mistyped shows the first page rather than a fault.
async function readPage(viewer: Viewer, search: string, cursor: string | undefined) {
  const first = { search, limit: 25 };
  try {
    return await listNewsletters(viewer, cursor ? { ...first, cursor: cursor.slice(0, 300) } : first);
  } catch (error) {
    if (cursor && isAppError(error, "invalid")) return listNewsletters(viewer, first);
    throw error;
  }
}

async function NothingYet({ canWrite }: { canWrite: boolean }) {
  const t = await getTranslations("newsletters.empty");
  return (
    <Panel>
      <EmptyState
        drawing={<EmptyPaperDrawing />}
        title={t("title")}
        sentence={FEATURE_CHAT ? t("chat") : t("template")}
        action={
          canWrite && (
            <>
              {FEATURE_CHAT && (
                <Button asChild>
                  <Link href="/templates">{t("templates")}</Link>
                </Button>
              )}
              <ComposeButton>{FEATURE_CHAT ? t("compose") : t("templates")}</ComposeButton>
            </>
          )
        }
      />
    </Panel>
  );
}

function SearchField({ search, label }: { search: string; label: string }) {
  return (
    <search className="flex items-center gap-2 border-b px-4 py-3">
      <form className="grow">
        <div className="relative w-full max-w-72">
          <Search aria-hidden className="absolute top-1/2 left-3 size-4 -translate-y-1/2 text-ink-faint" />
          <Input
            type="search"
            name="search"
            defaultValue={search}
            placeholder={label}
            aria-label={label}
            minLength={3}
            className="ps-9"
          />
        </div>
      </form>
    </search>
  );
}

async function Rows({
  viewer,
  newsletters,
  campaigns,
}: {
  viewer: Viewer;
  newsletters: readonly NewsletterListItem[];
  campaigns: readonly CampaignOfNewsletter[];
}) {
  const t = await getTranslations("newsletters.table");
  const canCampaign = can(viewer, "campaigns.write") && (await hasFeature(viewer.workspaceId, "campaigns"));
  return (
    <Table aria-label={t("label")}>
      <TableHead>
        <TableRow>
          <TableHeader>{t("title")}</TableHeader>
          <TableHeader className="hidden sm:table-cell">{t("state")}</TableHeader>
          <TableHeader className="hidden text-end md:table-cell">{t("version")}</TableHeader>
          <TableHeader className="hidden md:table-cell">{t("changed")}</TableHeader>
          <TableHeader>
            <span className="sr-only">{t("actions")}</span>
          </TableHeader>
        </TableRow>
      </TableHead>
      <TableBody>
        {newsletters.map((newsletter) => (
          <Row
            key={newsletter.id}
            newsletter={newsletter}
            state={newsletterState(campaigns.filter((made) => made.newsletterId === newsletter.id))}
            menu={
              <NewsletterMenu
                id={newsletter.id}
                title={newsletter.title}
                canWrite={can(viewer, "newsletters.write")}
                canChat={can(viewer, "chat.use")}
                canCampaign={canCampaign}
              />
            }
          />
        ))}
      </TableBody>
    </Table>
  );
}

async function Row({
  newsletter,
  state,
  menu,
}: {
  newsletter: NewsletterListItem;
  state: ReturnType<typeof newsletterState>;
  menu: React.ReactNode;
}) {
  const t = await getTranslations("newsletters");
  const { id, title, subject, version, updatedAt } = newsletter;
  const words = subject || t("noSubject");
  return (
    <TableRow>
      <TableCell className="w-full max-w-0 py-2.5">
        <Link
          href={`/newsletters/${id}`}
          className="headline block truncate text-md decoration-mark decoration-2 underline-offset-3 hover:underline"
        >
          {title}
        </Link>
        {words !== title && <span className="block truncate text-ink-faint text-sm">{words}</span>}
        <span className="mt-1 flex items-center gap-2 text-ink-faint text-sm md:hidden">
          <span className="sm:hidden">
            <CampaignStatus status={state} />
          </span>
          <RelativeTime at={updatedAt} />
        </span>
      </TableCell>
      <TableCell className="hidden sm:table-cell">
        <CampaignStatus status={state} />
      </TableCell>
      <TableCell isNumber className="hidden text-ink-soft md:table-cell">
        {version}
      </TableCell>
      <TableCell className="hidden whitespace-nowrap text-ink-soft text-sm md:table-cell">
        <RelativeTime at={updatedAt} />
      </TableCell>
      <TableCell className="text-end">{menu}</TableCell>
    </TableRow>
  );
}
