"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { CanvasBar } from "@/components/canvas/canvas-bar";
import { type Appearance, CanvasPaper, type Device } from "@/components/canvas/canvas-paper";
import { EmptyPaperDrawing } from "@/components/states/drawings";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Notice } from "@/components/ui/notice";
import type { WorkflowStep } from "@/lib/composer/workflow-rules";
import { StepsLine } from "./steps-line";
import type { Paper } from "./use-paper";

type PaperPaneProps = {
  state: Paper;
  step: WorkflowStep;
  letterhead: { workspaceName: string; postalAddress: string };
  onTemplate: () => void;
};

/** The paper with its bar: steps, subject, preview line, width, appearance. */
export function PaperPane({ state, step, letterhead, onTemplate }: PaperPaneProps) {
  const t = useTranslations("chat");
  const [device, setDevice] = useState<Device>("desktop");
  const [appearance, setAppearance] = useState<Appearance>("light");
  const { paper, saveState, settling, conflict } = state;
  const isOpen = step !== "sent" && step !== "scheduled";
  return (
    <section aria-label={t("paper")} className="flex min-h-0 grow flex-col">
      <div className="grid gap-1.5 border-b bg-surface px-4 py-2">
        <div className="flex items-center justify-between gap-3">
          <StepsLine step={step} />
          {paper && (
            <p role="status" className="shrink-0 text-ink-faint text-xs tabular-nums">
              {saveState === "saved" ? t("saved", { version: paper.version }) : t(saveState)}
            </p>
          )}
        </div>
        {paper && (
          <CanvasBar
            meta={paper.document.meta}
            device={device}
            onDevice={setDevice}
            appearance={appearance}
            onAppearance={setAppearance}
            onMeta={isOpen ? (patch) => state.change([{ type: "setMeta", patch }]) : undefined}
            onTemplate={isOpen ? onTemplate : undefined}
          />
        )}
      </div>
      {conflict && (
        <Notice
          tone="warn"
          className="m-3 mb-0"
          action={
            <span className="flex gap-2">
              <Button size="small" onClick={state.dismissConflict}>
                {t("cancelEdit")}
              </Button>
              <Button size="small" variant="primary" onClick={state.useMine}>
                {t("conflictUseMine")}
              </Button>
            </span>
          }
        >
          {conflict.message || t("conflict")}
        </Notice>
      )}
      <div className="min-h-0 grow overflow-y-auto px-4 py-8">
        {paper ? (
          <CanvasPaper
            document={paper.document}
            letterhead={letterhead}
            device={device}
            appearance={appearance}
            isDraft={isOpen}
            settling={settling}
            onChange={isOpen ? state.change : undefined}
          />
        ) : (
          <EmptyState
            drawing={<EmptyPaperDrawing />}
            title={t("paperEmptyTitle")}
            sentence={t("paperEmptySentence")}
            action={<Button onClick={onTemplate}>{t("paperChooseTemplate")}</Button>}
          />
        )}
      </div>
    </section>
  );
}
