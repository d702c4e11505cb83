import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Suspense } from "react";
import { TableSkeleton } from "@/components/states/skeletons";
import { Page } from "@/components/ui/page";
import { PageHeader } from "@/components/ui/page-header";
import { can } from "@/lib/accounts/permissions";
import { countContacts } from "@/lib/contacts/list-contacts";
import { listLists, listTags } from "@/lib/contacts/list-lists";
import { requireViewer } from "@/lib/entry/require-viewer";
import { AddContactsDialog } from "./add-contacts-dialog";
import { ContactsPanel } from "./contacts-panel";
import { readContactsQuery } from "./contacts-query";
import { FilterBar } from "./filter-bar";
import { ListsNav } from "./lists-nav";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("contacts");
  return { title: t("title") };
}

export default async function ContactsPage({ searchParams }: Props) {
  const viewer = await requireViewer();
  const params = await searchParams;
  const query = readContactsQuery(params);
  const [t, everyone, lists, tags] = await Promise.all([
    getTranslations("contacts"),
    countContacts(viewer),
    listLists(viewer),
    listTags(viewer),
  ]);
  const mayWrite = can(viewer, "contacts.write");
  const opened = "import" in params ? "csv" : "add" in params ? "manual" : null;
  return (
    <Page>
      <PageHeader
        title={t("title")}
        sentence={t("sentence", { count: everyone.count })}
        action={mayWrite && <AddContactsDialog key={opened ?? ""} lists={lists} opened={opened} />}
      />
      <div className="grid items-start gap-5 lg:grid-cols-[208px_minmax(0,1fr)]">
        <ListsNav lists={lists} everyone={everyone.count} query={query} mayWrite={mayWrite} />
        <div className="grid min-w-0 gap-3">
          <FilterBar lists={lists} tags={tags} query={query} />
          <Suspense fallback={<TableSkeleton rows={10} columns={5} />}>
            <ContactsPanel query={query} lists={lists} mayWrite={mayWrite} isEmpty={everyone.count === 0} />
          </Suspense>
        </div>
      </div>
    </Page>
  );
}
