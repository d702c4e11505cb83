import { ArrowLeft, Download } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { LiveRefresh } from "@/components/live/live-refresh";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { Page } from "@/components/ui/page";
import { PageHeader } from "@/components/ui/page-header";
import { Panel, PanelHeader } from "@/components/ui/panel";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import { getImport, type ImportView, listRowErrors, type RowErrorView } from "@/lib/contacts/get-import";
import type { RowErrorCode } from "@/lib/contacts/import-schema";
import { requireViewer } from "@/lib/entry/require-viewer";
import { isAppError } from "@/lib/platform/errors";
import { importTopic } from "@/lib/realtime/topics";
import { ImportProgress } from "./import-progress";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("contacts.import");
  return { title: t("listLabel") };
}

export default async function ImportPage({ params }: Props) {
  const viewer = await requireViewer();
  const { id } = await params;
  if (!z.uuid().safeParse(id).success) notFound();
  const imported = await getImport(viewer, id).catch((error: unknown) => {
    if (isAppError(error, "not_found")) notFound();
    throw error;
  });
  const t = await getTranslations("contacts.import");
  const errors = imported.rows.failed > 0 ? await listRowErrors(viewer, id) : [];
  const isLive = imported.status === "queued" || imported.status === "running";
  return (
    <Page className="max-w-[860px]">
      <PageHeader
        back={
          <Link
            href="/contacts"
            className="text-link inline-flex items-center gap-1 justify-self-start text-sm"
          >
            <ArrowLeft aria-hidden className="size-3.5" />
            {t("back")}
          </Link>
        }
        title={t("title", { name: imported.fileName })}
        sentence={isLive ? t("sentenceLive") : undefined}
        action={
          !isLive && (
            <Button asChild variant="primary">
              <Link href={imported.listId ? `/contacts?list=${imported.listId}` : "/contacts"}>
                {t("see")}
              </Link>
            </Button>
          )
        }
      />
      <div className="grid gap-5">
        {imported.status === "failed" && (
          <Notice tone="bad" title={t("failed")}>
            {t(imported.failureCode === "file_gone" ? "file_gone" : "internal")}
          </Notice>
        )}
        <ImportProgress imported={imported} />
        {errors.length > 0 && <FaultyRows imported={imported} errors={errors} />}
      </div>
      {isLive && <LiveRefresh topics={[importTopic(viewer.workspaceId, id)]} everyMs={1_000} />}
    </Page>
  );
}

async function FaultyRows({ imported, errors }: { imported: ImportView; errors: RowErrorView[] }) {
  const t = await getTranslations("contacts.import");
  const reason = await getTranslations("contacts.rowErrors");
  const more = imported.rows.failed - errors.length;
  return (
    <Panel>
      <PanelHeader
        title={t("errors")}
        sentence={t("errorsSentence")}
        action={
          <Button asChild size="small">
            <a href={`/contacts/imports/${imported.id}/errors`} download>
              <Download aria-hidden />
              {t("download")}
            </a>
          </Button>
        }
      />
      <Table aria-label={t("errors")}>
        <TableHead>
          <TableRow className="hover:bg-transparent">
            <TableHeader className="text-end">{t("line")}</TableHeader>
            <TableHeader className="hidden text-end sm:table-cell">{t("columnNumber")}</TableHeader>
            <TableHeader>{t("reason")}</TableHeader>
            <TableHeader className="hidden sm:table-cell">{t("row")}</TableHeader>
          </TableRow>
        </TableHead>
        <TableBody>
          {errors.map((error) => (
            <TableRow key={error.id}>
              <TableCell isNumber>{error.line}</TableCell>
              <TableCell isNumber className="hidden sm:table-cell">
                {error.column}
              </TableCell>
              <TableCell>{reason(error.code as RowErrorCode)}</TableCell>
              <TableCell className="hidden max-w-80 truncate font-mono text-ink-soft text-sm sm:table-cell">
                {error.row.slice(0, 200)}
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
      {more > 0 && <p className="px-4 py-3 text-ink-faint text-sm">{t("more", { count: more })}</p>}
    </Panel>
  );
}
