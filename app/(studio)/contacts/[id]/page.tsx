import { ArrowLeft } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { getFormatter, getTranslations } from "next-intl/server";
import { z } from "zod";
import { Chip } from "@/components/ui/chip";
import { Page } from "@/components/ui/page";
import { PageHeader } from "@/components/ui/page-header";
import { Panel, PanelBody, PanelHeader } from "@/components/ui/panel";
import { RelativeTime } from "@/components/ui/relative-time";
import { can } from "@/lib/accounts/permissions";
import type { ContactView } from "@/lib/contacts/contact-view";
import { type ConsentView, getContact, listConsents } from "@/lib/contacts/get-contact";
import { requireViewer } from "@/lib/entry/require-viewer";
import { isAppError } from "@/lib/platform/errors";
import { ContactStatusBadge } from "../contact-status-badge";
import { EditableCell } from "../editable-cell";
import { TagsCell } from "../tags-cell";
import { PersonActions } from "./person-actions";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("contacts");
  return { title: t("title") };
}

export default async function ContactPage({ params }: Props) {
  const viewer = await requireViewer();
  const { id } = await params;
  if (!z.uuid().safeParse(id).success) notFound();
  const contact = await getContact(viewer, id).catch((error: unknown) => {
    if (isAppError(error, "not_found")) notFound();
    throw error;
  });
  const t = await getTranslations("contacts");
  const consents = await listConsents(viewer, id);
  const name = [contact.firstName, contact.lastName].filter(Boolean).join(" ");
  const mayWrite = can(viewer, "contacts.write");
  return (
    <Page className="max-w-[980px]">
      <PageHeader
        back={
          <Link
            href="/contacts"
            className="text-link inline-flex items-center gap-1 justify-self-start text-sm"
          >
            <ArrowLeft aria-hidden className="size-3.5" />
            {t("title")}
          </Link>
        }
        title={<span className="break-words">{name || contact.email}</span>}
        sentence={name ? contact.email : undefined}
        action={mayWrite && <PersonActions contact={contact} />}
      />
      <div className="grid items-start gap-5 md:grid-cols-2">
        <Facts contact={contact} mayWrite={mayWrite} />
        <div className="grid gap-5">
          <Consents consents={consents} />
          <CustomFields contact={contact} />
        </div>
      </div>
    </Page>
  );
}

async function Facts({ contact, mayWrite }: { contact: ContactView; mayWrite: boolean }) {
  const t = await getTranslations("contacts");
  const editable = ["email", "firstName", "lastName"] as const;
  return (
    <Panel>
      <PanelHeader title={t("person.facts")} action={<ContactStatusBadge status={contact.status} />} />
      <PanelBody>
        <dl className="grid grid-cols-[112px_minmax(0,1fr)] items-center gap-x-4 gap-y-1.5 [&>dd]:min-h-8 [&>dd]:content-center">
          {editable.map((field) => (
            <Fact key={field} name={t(`table.${field}`)}>
              <EditableCell key={contact[field]} contact={contact} field={field} mayWrite={mayWrite} />
            </Fact>
          ))}
          <Fact name={t("table.tags")}>
            <TagsCell contact={contact} mayWrite={mayWrite} />
          </Fact>
          <Fact name={t("table.lists")}>
            <span className="flex flex-wrap gap-1">
              {contact.lists.map((list) => (
                <Chip key={list.id}>
                  <Link href={`/contacts?list=${list.id}`}>{list.name}</Link>
                </Chip>
              ))}
              {contact.lists.length === 0 && <span className="text-ink-faint">–</span>}
            </span>
          </Fact>
          <Fact name={t("person.added")}>
            <RelativeTime at={contact.createdAt} />
          </Fact>
          <Fact name={t("person.changed")}>
            <RelativeTime at={contact.updatedAt} />
          </Fact>
        </dl>
      </PanelBody>
    </Panel>
  );
}

function Fact({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <>
      <dt className="text-ink-faint text-sm">{name}</dt>
      <dd className="min-w-0 text-base">{children}</dd>
    </>
  );
}

async function CustomFields({ contact }: { contact: ContactView }) {
  const t = await getTranslations("contacts.person");
  const fields = Object.entries(contact.fields);
  return (
    <Panel>
      <PanelHeader title={t("fields")} />
      <PanelBody>
        {fields.length === 0 && <p className="text-ink-faint text-sm">{t("noFields")}</p>}
        <dl className="grid grid-cols-[112px_minmax(0,1fr)] gap-x-4 gap-y-2">
          {fields.map(([name, value]) => (
            <Fact key={name} name={name}>
              <span className="break-words">{String(value)}</span>
            </Fact>
          ))}
        </dl>
      </PanelBody>
    </Panel>
  );
}

async function Consents({ consents }: { consents: ConsentView[] }) {
  const t = await getTranslations("contacts.person");
  const format = await getFormatter();
  return (
    <Panel>
      <PanelHeader title={t("consent")} sentence={t("consentSentence")} />
      <PanelBody>
        {consents.length === 0 && <p className="text-ink-faint text-sm">{t("noConsent")}</p>}
        <ol className="grid gap-3">
          {consents.map((consent) => (
            <li key={consent.id} className="grid gap-0.5">
              <p className="text-base">
                {t(consent.action)} <span className="text-ink-soft">{t(`source.${consent.source}`)}</span>
              </p>
              <p className="text-ink-faint text-sm">
                <time dateTime={consent.at.toISOString()}>{format.dateTime(consent.at, "moment")}</time>
                {consent.ip && <> · {consent.ip}</>}
              </p>
            </li>
          ))}
        </ol>
      </PanelBody>
    </Panel>
  );
}
