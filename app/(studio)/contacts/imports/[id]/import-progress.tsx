"use client";

import { useFormatter, useTranslations } from "next-intl";
import { toast } from "sonner";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Panel, PanelBody } from "@/components/ui/panel";
import { Progress } from "@/components/ui/progress";
import type { ImportView } from "@/lib/contacts/get-import";
import { cancelImportAction } from "../../actions";

const tones = {
  queued: "neutral",
  running: "accent",
  completed: "good",
  failed: "bad",
  cancelled: "neutral",
} as const;

/** How far an import is, how fast it goes and what came of its rows. */
export function ImportProgress({ imported }: { imported: ImportView }) {
  const t = useTranslations("contacts.import");
  const format = useFormatter();
  const { rows, status } = imported;
  const isLive = status === "queued" || status === "running";
  const figures = [
    { name: t("created"), count: rows.created },
    { name: t("updated"), count: rows.updated },
    { name: t("skipped"), count: rows.skipped },
    { name: t("faulty"), count: rows.failed },
  ];
  return (
    <Panel>
      <PanelBody className="grid gap-4 pt-4 md:pt-5">
        <div className="flex flex-wrap items-center gap-x-4 gap-y-1" aria-live="polite">
          <Badge tone={tones[status]}>{t(status)}</Badge>
          <p className="text-ink-soft text-sm tabular-nums">
            {t("rows", { count: rows.total })}
            {status === "running" && imported.rowsPerSecond !== null && (
              <> · {t("speed", { count: imported.rowsPerSecond })}</>
            )}
            {status === "running" && imported.secondsLeft !== null && (
              <> · {leftText(imported.secondsLeft, t)}</>
            )}
          </p>
          {isLive && <CancelButton imported={imported} />}
        </div>
        {isLive && (
          <Progress
            label={t("progress")}
            {...(status === "running" ? { value: imported.doneBytes / Math.max(1, imported.sizeBytes) } : {})}
          />
        )}
        <dl className="grid grid-cols-2 gap-4 sm:grid-cols-4">
          {figures.map((figure) => (
            <div key={figure.name} className="grid gap-0.5">
              <dt className="text-ink-faint text-sm">{figure.name}</dt>
              <dd className="headline text-xl tabular-nums">{format.number(figure.count)}</dd>
            </div>
          ))}
        </dl>
      </PanelBody>
    </Panel>
  );
}

type Say = ReturnType<typeof useTranslations<"contacts.import">>;

function leftText(seconds: number, t: Say): string {
  return seconds < 90 ? t("left", { seconds }) : t("leftMinutes", { minutes: Math.round(seconds / 60) });
}

function CancelButton({ imported }: { imported: ImportView }) {
  const t = useTranslations("contacts.import");
  async function cancel() {
    const result = await cancelImportAction({ id: imported.id });
    if (!result.ok) toast.error(result.message);
  }
  return (
    <ConfirmDialog
      trigger={
        <Button size="small" className="ms-auto">
          {t("cancel")}
        </Button>
      }
      title={t("cancelTitle")}
      sentence={t("cancelSentence", { count: imported.rows.created })}
      confirm={t("cancel")}
      onConfirm={cancel}
    />
  );
}
