import { Search } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { RecipientsTable } from "@/components/campaign/recipients-table";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Input } from "@/components/ui/input";
import { Pagination } from "@/components/ui/pagination";
import { Panel, PanelHeader } from "@/components/ui/panel";
import type { Viewer } from "@/lib/accounts/viewer";
import type { CampaignView } from "@/lib/campaigns/campaign-schema";
import { listCampaignRecipients } from "@/lib/campaigns/list-campaign-recipients";
import { isAppError } from "@/lib/platform/errors";
import { StateFilter } from "./state-filter";

const stateSchema = z
  .enum(["queued", "claimed", "handed", "accepted", "rejected", "unknown", "excluded"])
  .optional()
  .catch(undefined);

type Props = {
  viewer: Viewer;
  campaign: CampaignView;
  query: { state?: string; search?: string; cursor?: string };
};

/** Everyone the campaign was frozen for, searchable, with why each is where they are. */
export async function RecipientsPanel({ viewer, campaign, query }: Props) {
  const t = await getTranslations("campaigns.recipients");
  const state = stateSchema.parse(query.state || undefined);
  const search = (query.search ?? "").trim().slice(0, 200);
  const page = await listCampaignRecipients(viewer, {
    campaignId: campaign.id,
    limit: 25,
    ...(state ? { state } : {}),
    ...(search ? { search } : {}),
    ...(query.cursor ? { cursor: query.cursor } : {}),
  }).catch((error: unknown) => {
    // A cursor that someone edited: the first page is a better answer than a fault.
    if (isAppError(error, "invalid")) return { data: [], nextCursor: null };
    throw error;
  });
  const href = (cursor: string | null) => {
    const params = new URLSearchParams({
      ...(state ? { state } : {}),
      ...(search ? { search } : {}),
      ...(cursor ? { cursor } : {}),
    });
    return `/campaigns/${campaign.id}?${params}#recipients`;
  };
  const isFiltered = Boolean(state || search || query.cursor);
  return (
    <Panel id="recipients" className="scroll-mt-4 overflow-hidden">
      <PanelHeader
        title={t("title")}
        action={
          <search>
            <form action="#recipients" className="flex flex-wrap items-center gap-2">
              <div className="relative">
                <Search
                  aria-hidden
                  className="absolute top-1/2 left-3 size-4 -translate-y-1/2 text-ink-faint"
                />
                <Input
                  type="search"
                  name="search"
                  defaultValue={search}
                  placeholder={t("search")}
                  aria-label={t("search")}
                  className="w-60 ps-9"
                />
              </div>
              <StateFilter value={state ?? ""} />
            </form>
          </search>
        }
      />
      {page.data.length === 0 ? (
        <EmptyState
          title={isFiltered ? t("noMatch") : t("empty")}
          action={
            isFiltered && (
              <Button asChild>
                <a href={`/campaigns/${campaign.id}#recipients`}>{t("all")}</a>
              </Button>
            )
          }
        />
      ) : (
        <RecipientsTable recipients={page.data} />
      )}
      <Pagination
        firstHref={query.cursor ? href(null) : null}
        nextHref={page.nextCursor ? href(page.nextCursor) : null}
      />
    </Panel>
  );
}
