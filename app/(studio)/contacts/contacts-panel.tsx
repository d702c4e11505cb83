import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { CardIndexDrawing, NothingFoundDrawing } from "@/components/states/drawings";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Pagination } from "@/components/ui/pagination";
import { Panel } from "@/components/ui/panel";
import { countContacts, listContacts } from "@/lib/contacts/list-contacts";
import type { ListView } from "@/lib/contacts/list-lists";
import { requireViewer } from "@/lib/entry/require-viewer";
import { isAppError } from "@/lib/platform/errors";
import { type ContactsQuery, contactsHref } from "./contacts-address";
import { ContactsTable } from "./contacts-table";

type Props = { query: ContactsQuery; lists: ListView[]; mayWrite: boolean; isEmpty: boolean };

/** One page of the contacts that the address asks for, or what to do when there are none. */
export async function ContactsPanel({ query, lists, mayWrite, isEmpty }: Props) {
  const viewer = await requireViewer();
  const t = await getTranslations("contacts");
  if (isEmpty) return <NobodyYet mayWrite={mayWrite} />;
  const [page, matching] = await Promise.all([
    listContacts(viewer, query).catch(emptyWhenStale),
    countContacts(viewer, query),
  ]);
  if (page.contacts.length === 0) {
    return (
      <Panel>
        <EmptyState
          drawing={<NothingFoundDrawing />}
          title={t("noMatch.title")}
          sentence={t("noMatch.sentence")}
          action={
            <Button asChild>
              <Link href="/contacts">{t("filters.clear")}</Link>
            </Button>
          }
        />
      </Panel>
    );
  }
  const count = { shown: page.contacts.length, count: matching.count };
  return (
    <Panel className="overflow-hidden">
      <ContactsTable
        key={page.contacts.map((contact) => contact.id).join()}
        contacts={page.contacts}
        lists={lists.map(({ id, name }) => ({ id, name }))}
        query={query}
        mayWrite={mayWrite}
      />
      <Pagination
        firstHref={query.cursor ? contactsHref(query) : null}
        nextHref={page.nextCursor ? contactsHref(query, { cursor: page.nextCursor }) : null}
      >
        {t(matching.isCapped ? "countCapped" : "countShown", count)}
      </Pagination>
    </Panel>
  );
}

/** A link with an old cursor or a deleted list shows that nothing is there, with the way back. */
function emptyWhenStale(error: unknown) {
  if (isAppError(error, "not_found") || isAppError(error, "invalid"))
    return { contacts: [], nextCursor: null };
  throw error;
}

async function NobodyYet({ mayWrite }: { mayWrite: boolean }) {
  const t = await getTranslations("contacts.empty");
  return (
    <Panel>
      <EmptyState
        drawing={<CardIndexDrawing />}
        title={t("title")}
        sentence={t("sentence")}
        action={
          mayWrite && (
            <>
              <Button asChild variant="primary">
                <Link href="/contacts?import">{t("import")}</Link>
              </Button>
              <Button asChild>
                <Link href="/contacts?add">{t("add")}</Link>
              </Button>
            </>
          )
        }
      />
    </Panel>
  );
}
